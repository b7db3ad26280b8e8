using Portal.Tenancy.Access;
using Portal.Tenancy.Storage.DueWork;
using Portal.Tenancy.Storage.Events;
using Portal.Tenancy.Tests.Storage.Events;
using Portal.Tests;

namespace Portal.Tenancy.Tests.Storage.DueWork;

public sealed class DueWorkQueueTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private readonly string _kind = $"kind-{Guid.NewGuid():N}";

    private IDueWorkQueue Queue => portal.Cell.DueWork;

    private async Task<Principal> ScheduleAsync(Principal? owner = null, string command = "{}", int inSeconds = 0)
    {
        owner ??= await portal.NewTenantAsync();
        var due = new Tenancy.Storage.Events.DueWork(
            "key", portal.Clock.GetUtcNow().AddSeconds(inSeconds), _kind, command);
        var head = await portal.Cell.Events.HeadAsync(owner.Tenant, "s", CancellationToken.None);
        var outcome = await portal.Cell.Events.AppendAsync(
            owner.Append("s", head) with { Due = [due] }, CancellationToken.None);
        outcome.Status.ShouldBe(AppendStatus.Committed);
        return owner;
    }

    private Task<IReadOnlyList<DueWorkItem>> TakeAsync(IDueWorkQueue? queue = null) =>
        (queue ?? Queue).TakeAsync([_kind], 100, Lease, CancellationToken.None);

    [Fact]
    public async Task TakeAsync_WhenDue_LeasesOnceAndCountsTheAttempt()
    {
        var owner = await ScheduleAsync(command: """{"a":1}""");

        var taken = (await TakeAsync()).ShouldHaveSingleItem();

        (taken.Tenant, taken.Key, taken.Kind, taken.Command, taken.Attempt)
            .ShouldBe((owner.Tenant, "key", _kind, """{"a":1}""", 1));
        (await TakeAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task TakeAsync_WhenNotDueYet_Waits()
    {
        await ScheduleAsync(inSeconds: 10);
        (await TakeAsync()).ShouldBeEmpty();

        portal.Clock.Advance(TimeSpan.FromSeconds(10));

        (await TakeAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task TakeAsync_WhenManyNodesCompete_EachRowGoesToOne()
    {
        for (var i = 0; i < 20; i++)
        {
            await ScheduleAsync();
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            () => Queue.TakeAsync([_kind], 4, Lease, CancellationToken.None))));

        var rows = taken.SelectMany(t => t).ToList();
        rows.Select(r => r.Tenant).Distinct().Count().ShouldBe(rows.Count);
        taken.ShouldAllBe(t => t.Count <= 4);
    }

    [Fact]
    public async Task CompleteAsync_WhenDone_RowIsGone()
    {
        await ScheduleAsync();
        var taken = (await TakeAsync()).Single();

        await Queue.CompleteAsync(taken, CancellationToken.None);

        portal.Clock.Advance(Lease * 2);
        (await TakeAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task CompleteAsync_WhenReplacedMeanwhile_NewOneIsTakenNext()
    {
        var owner = await ScheduleAsync(command: "1");
        var taken = (await TakeAsync()).Single();
        await ScheduleAsync(owner, command: "2");
        (await TakeAsync()).ShouldBeEmpty();

        await Queue.CompleteAsync(taken, CancellationToken.None);

        var next = (await TakeAsync()).ShouldHaveSingleItem();
        (next.Command, next.Attempt).ShouldBe(("2", 1));
        next.Generation.ShouldNotBe(taken.Generation);
    }

    [Fact]
    public async Task RetryAsync_WhenFailed_ComesBackAfterTheDelay()
    {
        await ScheduleAsync();
        var taken = (await TakeAsync()).Single();

        await Queue.RetryAsync(taken, TimeSpan.FromSeconds(5), "busy", CancellationToken.None);

        (await TakeAsync()).ShouldBeEmpty();
        portal.Clock.Advance(TimeSpan.FromSeconds(5));
        (await TakeAsync()).ShouldHaveSingleItem().Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task ParkAsync_WhenPoison_StaysAsideUntilReplaced()
    {
        var owner = await ScheduleAsync();
        await Queue.ParkAsync((await TakeAsync()).Single(), "broken", CancellationToken.None);
        portal.Clock.Advance(Lease * 2);
        (await TakeAsync()).ShouldBeEmpty();
        (await LastErrorAsync(owner)).ShouldBe("broken");

        await ScheduleAsync(owner);

        (await TakeAsync()).Count.ShouldBe(1);
        (await LastErrorAsync(owner)).ShouldBeNull();
    }

    [Fact]
    public async Task ExtendAsync_WhenLeaseRanOutAndAnotherTookIt_IsLostAndEndingDoesNothing()
    {
        await ScheduleAsync();
        var first = (await TakeAsync()).Single();
        (await Queue.ExtendAsync(first, Lease * 2, CancellationToken.None)).ShouldBeTrue();
        portal.Clock.Advance(Lease * 1.5);
        (await TakeAsync()).ShouldBeEmpty();
        portal.Clock.Advance(Lease);
        await using var elsewhere = portal.BuildServices();
        var other = elsewhere.GetCells().Of(TestPortal.Region).DueWork;
        var second = (await TakeAsync(other)).ShouldHaveSingleItem();

        (await Queue.ExtendAsync(first, Lease, CancellationToken.None)).ShouldBeFalse();
        await Queue.CompleteAsync(first, CancellationToken.None);

        (await other.ExtendAsync(second, Lease, CancellationToken.None)).ShouldBeTrue();
    }

    private Task<string?> LastErrorAsync(Principal owner) => portal.Cell.Database.FindAsync(
        owner.Tenant,
        new("select last_error from due_work"),
        r => r.IsDBNull(0) ? null : r.GetString(0),
        CancellationToken.None);
}
