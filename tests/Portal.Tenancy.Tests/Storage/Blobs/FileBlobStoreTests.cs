using System.Security.Cryptography;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Blobs;
using Portal.Tenancy.Storage.Keys;

namespace Portal.Tenancy.Tests.Storage.Blobs;

public sealed class FileBlobStoreTests : IDisposable
{
    private const int Chunk = 256 * 1024;
    private const int Header = 24;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"portal-blobs-{Guid.NewGuid():N}");
    private readonly TenantId _tenant = TenantId.New(TimeProvider.System);
    private readonly FileKeyStore _keys;
    private readonly FileBlobStore _blobs;

    public FileBlobStoreTests()
    {
        _keys = new FileKeyStore(Path.Combine(_folder, "keys"));
        _keys.CreateTenantAsync(_tenant, CancellationToken.None);
        _blobs = new FileBlobStore(Path.Combine(_folder, "blobs"), _keys, TimeProvider.System);
    }

    public void Dispose()
    {
        _keys.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static byte[] Content(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private async Task<BlobInfo> PutAsync(byte[] content, string kind = "datasets", TenantId? tenant = null)
    {
        await using var writer = await _blobs.CreateAsync(tenant ?? _tenant, kind, CancellationToken.None);
        foreach (var part in content.Chunk(100_000))
        {
            await writer.Stream.WriteAsync(part);
        }

        return await writer.CommitAsync(CancellationToken.None);
    }

    private async Task<byte[]> GetAsync(string name)
    {
        await using var stream = await _blobs.OpenAsync(_tenant, name, CancellationToken.None);
        using var copy = new MemoryStream();
        await stream.ShouldNotBeNull().CopyToAsync(copy);
        return copy.ToArray();
    }

    private FileInfo OnlyFile() => Files("datasets").ShouldHaveSingleItem();

    private List<FileInfo> Files(string part) =>
        [.. new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(_folder, f.FullName).Split(Path.DirectorySeparatorChar).Contains(part))];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(3 * Chunk)]
    public async Task OpenAsync_WhenWritten_ReadsTheSameBytes(int length)
    {
        var content = Content(length);

        var info = await PutAsync(content);

        (info.Bytes, info.Sha256).ShouldBe((length, Convert.ToHexStringLower(SHA256.HashData(content))));
        (await GetAsync(info.Name)).ShouldBe(content);
    }

    [Fact]
    public async Task CommitAsync_WhenWritten_DiskHoldsNoPlainBytesAndNoPlainHash()
    {
        var content = new byte[1000];

        var info = await PutAsync(content);

        var file = await File.ReadAllBytesAsync(OnlyFile().FullName);
        file.AsSpan().IndexOf(content.AsSpan(0, 16)).ShouldBe(-1);
        info.Name.ShouldNotContain(info.Sha256);
    }

    [Fact]
    public async Task CommitAsync_WhenBytesAreEqual_SameNameOneFileOneKey()
    {
        var one = await PutAsync(Content(1000));
        var keys = Files("keys").Count;

        var two = await PutAsync(Content(1000));

        two.ShouldBe(one);
        OnlyFile();
        Files("keys").Count(f => f.Length > 1).ShouldBe(keys);
        (await GetAsync(two.Name)).ShouldBe(Content(1000));
    }

    [Fact]
    public async Task CommitAsync_WhenTenantsDiffer_NamesDiffer()
    {
        var other = TenantId.New(TimeProvider.System);
        await _keys.CreateTenantAsync(other, CancellationToken.None);

        var (one, two) = (await PutAsync(Content(10)), await PutAsync(Content(10), tenant: other));

        two.Name.ShouldNotBe(one.Name);
        (await _blobs.OpenAsync(other, one.Name, CancellationToken.None)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(Header + 10)]
    [InlineData(Header + Chunk + 16 + 3)]
    [InlineData(-1)]
    public async Task OpenAsync_WhenOneByteIsChanged_Throws(int at)
    {
        var info = await PutAsync(Content(2 * Chunk));
        var path = OnlyFile().FullName;
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        await Should.ThrowAsync<InvalidDataException>(() => GetAsync(info.Name));
    }

    [Theory]
    [InlineData(Header + (2 * (Chunk + 16)))]
    [InlineData(Header + Chunk + 16 + 100)]
    [InlineData(Header + 3)]
    [InlineData(Header)]
    [InlineData(10)]
    public async Task OpenAsync_WhenTheFileIsCut_Throws(int length)
    {
        var info = await PutAsync(Content(3 * Chunk));
        await using (var file = OnlyFile().Open(FileMode.Open))
        {
            file.SetLength(length);
        }

        await Should.ThrowAsync<InvalidDataException>(() => GetAsync(info.Name));
    }

    [Fact]
    public async Task OpenAsync_WhenChunksAreSwapped_Throws()
    {
        var info = await PutAsync(Content(3 * Chunk));
        var path = OnlyFile().FullName;
        var bytes = await File.ReadAllBytesAsync(path);
        var first = bytes.AsSpan(Header, Chunk + 16).ToArray();
        bytes.AsSpan(Header + Chunk + 16, Chunk + 16).CopyTo(bytes.AsSpan(Header));
        first.CopyTo(bytes.AsSpan(Header + Chunk + 16));
        await File.WriteAllBytesAsync(path, bytes);

        await Should.ThrowAsync<InvalidDataException>(() => GetAsync(info.Name));
    }

    [Fact]
    public async Task Seek_WhenIntoAnotherChunk_ReadsFromThere()
    {
        var content = Content((2 * Chunk) + 500);
        var info = await PutAsync(content);
        await using var stream = (await _blobs.OpenAsync(_tenant, info.Name, CancellationToken.None)).ShouldNotBeNull();
        var buffer = new byte[1000];

        stream.Position = (2 * Chunk) - 500;
        await stream.ReadExactlyAsync(buffer);

        buffer.ShouldBe(content[^1000..]);
        stream.Length.ShouldBe(content.Length);
        (await stream.ReadAsync(buffer)).ShouldBe(0);
    }

    [Fact]
    public async Task DisposeAsync_WhenNotCommitted_LeavesNothing()
    {
        await using (var writer = await _blobs.CreateAsync(_tenant, "datasets", CancellationToken.None))
        {
            await writer.Stream.WriteAsync(Content(Chunk + 1));
        }

        Files("blobs").ShouldBeEmpty();
        Files("keys").Where(f => f.Name is not ("ring.key" or "tenant.key")).ShouldAllBe(f => f.Length == 1);
    }

    [Fact]
    public async Task SweepAsync_WhenAWriterDied_RemovesItsFileAndKey()
    {
        var kept = await PutAsync(Content(10));
        var live = await _blobs.CreateAsync(_tenant, "datasets", CancellationToken.None);
        var leftover = Files("tmp").ShouldHaveSingleItem();
        var dead = Guid.NewGuid();
        await _keys.GetAsync(_tenant, $"blob_{dead:N}", create: true, CancellationToken.None);
        var path = Path.Combine(leftover.DirectoryName ?? "", $"{_tenant.Value:N}.{dead:N}");
        await File.WriteAllBytesAsync(path, [1]);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        File.SetLastWriteTimeUtc(leftover.FullName, DateTime.UnixEpoch);

        (await _blobs.SweepAsync(CancellationToken.None)).ShouldBe(1);

        (await _keys.GetAsync(_tenant, $"blob_{dead:N}", create: false, CancellationToken.None)).ShouldBeNull();
        await live.Stream.WriteAsync(Content(20));
        (await GetAsync((await live.CommitAsync(CancellationToken.None)).Name)).ShouldBe(Content(20));
        (await GetAsync(kept.Name)).ShouldBe(Content(10));
        await live.DisposeAsync();
    }

    [Fact]
    public async Task DeleteAsync_WhenThere_RemovesBytesAndKeyAndMayBeWrittenAgain()
    {
        var info = await PutAsync(Content(10));

        (await _blobs.DeleteAsync(_tenant, info.Name, CancellationToken.None)).ShouldBeTrue();

        (await _blobs.OpenAsync(_tenant, info.Name, CancellationToken.None)).ShouldBeNull();
        (await _blobs.DeleteAsync(_tenant, info.Name, CancellationToken.None)).ShouldBeFalse();
        (await GetAsync((await PutAsync(Content(10))).Name)).ShouldBe(Content(10));
    }

    [Fact]
    public async Task CommitAsync_WhenTheOldOnesKeyIsDestroyed_TheNewBytesTakeItsPlace()
    {
        var info = await PutAsync(Content(10));
        var keyId = Convert.ToHexStringLower((await File.ReadAllBytesAsync(OnlyFile().FullName))[8..24]);
        await _keys.DestroyAsync(_tenant, $"blob_{keyId}", CancellationToken.None);
        (await _blobs.OpenAsync(_tenant, info.Name, CancellationToken.None)).ShouldBeNull();

        (await PutAsync(Content(10))).ShouldBe(info);

        (await GetAsync(info.Name)).ShouldBe(Content(10));
    }

    [Fact]
    public async Task ListAsync_WhenOlderThanBound_YieldsNamesOfTheKind()
    {
        var info = await PutAsync(Content(10));
        await PutAsync(Content(10), kind: "models");

        (await ListAsync(DateTimeOffset.UnixEpoch)).ShouldBeEmpty();
        (await ListAsync(DateTimeOffset.MaxValue)).ShouldBe([info.Name]);

        ValueTask<List<string>> ListAsync(DateTimeOffset olderThan) =>
            _blobs.ListAsync(_tenant, "datasets", olderThan, CancellationToken.None).ToListAsync();
    }

    [Theory]
    [InlineData("../keys/ring.key")]
    [InlineData("datasets-..")]
    [InlineData("")]
    public async Task OpenAsync_WhenNameHasNotTheForm_IsNull(string name) =>
        (await _blobs.OpenAsync(_tenant, name, CancellationToken.None)).ShouldBeNull();
}
