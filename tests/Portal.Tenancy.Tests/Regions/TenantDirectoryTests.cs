using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tests;

namespace Portal.Tenancy.Tests.Regions;

public sealed class TenantDirectoryTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private ITenantDirectory Directory => portal.Directory;

    private static DirectoryEntry Entry(string slug) => new(slug, TenantId.New(TimeProvider.System), TestPortal.Region);

    [Fact]
    public async Task FindAsync_WhenOnlyReserved_IsNullAndFoundOnceConfirmed()
    {
        var entry = Entry("acme");

        (await Directory.ReserveAsync(entry, CancellationToken.None)).ShouldBeTrue();
        (await Directory.FindAsync("acme", CancellationToken.None)).ShouldBeNull();
        await Directory.ConfirmAsync(entry.Tenant, CancellationToken.None);

        (await Directory.FindAsync("acme", CancellationToken.None)).ShouldBe(entry);
    }

    [Fact]
    public async Task ReserveAsync_WhenSomebodyElseHasIt_IsFalse()
    {
        var entry = Entry("taken");
        await Directory.ReserveAsync(entry, CancellationToken.None);

        (await Directory.ReserveAsync(Entry("taken"), CancellationToken.None)).ShouldBeFalse();
        (await Directory.ReserveAsync(entry, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task ReserveAsync_WhenManyWantOneSlug_OneGetsIt()
    {
        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => Directory.ReserveAsync(Entry("race"), CancellationToken.None))));

        won.Count(w => w).ShouldBe(1);
    }

    [Fact]
    public async Task PendingAsync_WhenReservationIsOld_ListsItUntilReleased()
    {
        var (old, kept) = (Entry("old"), Entry("kept"));
        await Directory.ReserveAsync(old, CancellationToken.None);
        await Directory.ReserveAsync(kept, CancellationToken.None);
        await Directory.ConfirmAsync(kept.Tenant, CancellationToken.None);
        var before = portal.Clock.GetUtcNow().AddMinutes(1);

        (await Directory.PendingAsync(TestPortal.Region, before, CancellationToken.None)).ShouldContain(old);
        (await Directory.PendingAsync(TestPortal.Region, before, CancellationToken.None)).ShouldNotContain(kept);
        await Directory.ReleaseAsync(old.Tenant, CancellationToken.None);
        await Directory.ReleaseAsync(kept.Tenant, CancellationToken.None);

        (await Directory.PendingAsync(TestPortal.Region, before, CancellationToken.None)).ShouldNotContain(old);
        (await Directory.FindAsync("kept", CancellationToken.None)).ShouldBe(kept);
    }

    [Fact]
    public async Task ConfirmAsync_WhenNothingWasReserved_Throws() =>
        await Should.ThrowAsync<InvalidOperationException>(
            () => Directory.ConfirmAsync(TenantId.New(TimeProvider.System), CancellationToken.None));
}
