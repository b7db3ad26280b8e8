using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Keys;

namespace Portal.Tenancy.Tests.Storage.Keys;

public sealed class FileKeyStoreTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"portal-keys-{Guid.NewGuid():N}");
    private readonly TenantId _tenant = TenantId.New(TimeProvider.System);
    private readonly FileKeyStore _keys;

    public FileKeyStoreTests()
    {
        _keys = new FileKeyStore(_folder);
        _keys.CreateTenantAsync(_tenant, CancellationToken.None);
    }

    public void Dispose()
    {
        _keys.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<byte[]?> GetAsync(FileKeyStore keys, string id, bool create = false) =>
        keys.GetAsync(_tenant, id, create, CancellationToken.None);

    [Fact]
    public async Task GetAsync_WhenProcessStartsAgain_GivesTheSameKey()
    {
        var made = await GetAsync(_keys, "usr_1", create: true);

        using var again = new FileKeyStore(_folder);

        made.ShouldNotBeNull().Length.ShouldBe(32);
        (await GetAsync(again, "usr_1")).ShouldBe(made);
    }

    [Fact]
    public async Task GetAsync_WhenMissingAndNotCreating_IsNull() => (await GetAsync(_keys, "usr_1")).ShouldBeNull();

    [Fact]
    public async Task GetAsync_WhenTwoProcessesCreate_BothGetTheSameKey()
    {
        using var other = new FileKeyStore(_folder);

        var made = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            i => Task.Run(() => GetAsync(i % 2 == 0 ? _keys : other, "usr_1", create: true))));

        made.ShouldAllBe(k => k != null && k.SequenceEqual(made[0]!)); // Compared as one of the same array.
    }

    [Fact]
    public async Task DestroyAsync_WhenDone_TheKeyIsNeverMadeAgain()
    {
        await GetAsync(_keys, "usr_1", create: true);

        (await _keys.DestroyAsync(_tenant, "usr_1", CancellationToken.None)).ShouldBeTrue();

        (await GetAsync(_keys, "usr_1", create: true)).ShouldBeNull();
        using var again = new FileKeyStore(_folder);
        (await GetAsync(again, "usr_1", create: true)).ShouldBeNull();
        (await again.DestroyAsync(_tenant, "usr_1", CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task DestroyAsync_WhenACrashLeftACopy_RemovesItToo()
    {
        await GetAsync(_keys, "usr_1", create: true);
        var file = KeyFiles().Single(f => f.Name != "tenant.key");
        var copy = file.CopyTo($"{file.FullName}.1.tmp");

        await _keys.DestroyAsync(_tenant, "usr_1", CancellationToken.None);

        File.Exists(copy.FullName).ShouldBeFalse();
        KeyFiles().Single(f => f.FullName == file.FullName).Length.ShouldBe(1);
    }

    [Fact]
    public async Task DestroyTenantAsync_WhenDone_NoKeyOpens()
    {
        await GetAsync(_keys, "usr_1", create: true);

        await _keys.DestroyTenantAsync(_tenant, CancellationToken.None);
        await _keys.CreateTenantAsync(_tenant, CancellationToken.None);

        (await GetAsync(_keys, "usr_1")).ShouldBeNull();
        (await GetAsync(_keys, "usr_2", create: true)).ShouldBeNull();
    }

    [Fact]
    public async Task GetAsync_WhenKeyFileIsMovedToAnotherId_Throws()
    {
        await GetAsync(_keys, "usr_1", create: true);
        var one = KeyFiles().Single(f => f.Name != "tenant.key");
        await GetAsync(_keys, "usr_2", create: true);
        var two = KeyFiles().Single(f => f.Name != "tenant.key" && f.FullName != one.FullName);
        one.CopyTo(two.FullName, overwrite: true);

        using var again = new FileKeyStore(_folder);

        await Should.ThrowAsync<InvalidDataException>(() => GetAsync(again, "usr_2"));
    }

    [Fact]
    public async Task DeriveAsync_WhenPurposesOrTenantsDiffer_KeysDiffer()
    {
        var other = TenantId.New(TimeProvider.System);
        await _keys.CreateTenantAsync(other, CancellationToken.None);

        var one = await _keys.DeriveAsync(_tenant, "names", CancellationToken.None);

        (await _keys.DeriveAsync(_tenant, "names", CancellationToken.None)).ShouldBe(one);
        (await _keys.DeriveAsync(_tenant, "other", CancellationToken.None)).ShouldNotBe(one);
        (await _keys.DeriveAsync(other, "names", CancellationToken.None)).ShouldNotBe(one);
    }

    [Fact]
    public async Task GetAsync_WhenTenantHasNoKey_Throws() =>
        await Should.ThrowAsync<InvalidOperationException>(() => _keys.GetAsync(
            TenantId.New(TimeProvider.System), "usr_1", create: true, CancellationToken.None));

    [Fact]
    public async Task Files_WhenMade_AreTheOwnersOnly()
    {
        await GetAsync(_keys, "usr_1", create: true);

        if (!OperatingSystem.IsWindows())
        {
            KeyFiles().ShouldAllBe(f => f.UnixFileMode == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
            new DirectoryInfo(_folder).UnixFileMode.ShouldBe(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private List<FileInfo> KeyFiles() =>
        [.. new DirectoryInfo(Path.Combine(_folder, "tenants")).EnumerateFiles("*.key", SearchOption.AllDirectories)];
}
