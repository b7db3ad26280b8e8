using System.Collections.Immutable;
using System.Text;
using Portal.Tenancy.Storage;
using Portal.Tenancy.Storage.Events;
using Portal.Tests;

namespace Portal.Tenancy.Tests.Storage.Events;

public sealed class EventStoreTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private IEventStore Events => portal.Cell.Events;

    [Fact]
    public async Task AppendAsync_WhenStreamIsNew_ReadsBackEnvelopeAndBody()
    {
        var owner = await portal.NewTenantAsync();
        var request = owner.Append("a/default/model/1", 0) with
        {
            Command = new("c-1", [1, 2], "{}"),
            CausationId = Guid.CreateVersion7(),
        };

        var outcome = await Events.AppendAsync(request, CancellationToken.None);

        outcome.ShouldBe(new(AppendStatus.Committed, 1));
        var all = await Events.ReadAsync(owner.Tenant, request.Stream, 0, CancellationToken.None);
        var stored = all.ShouldHaveSingleItem();
        stored.Version.ShouldBe(1);
        stored.EventId.ShouldBe(request.Events[0].EventId);
        stored.OccurredAt.ShouldBe(portal.Clock.GetUtcNow());
        stored.ActorId.ShouldBe(owner.Actor);
        (stored.ActorType, stored.AuthStrength, stored.OnBehalfOf).ShouldBe(("user", "password", null));
        (stored.CommandId, stored.Region, stored.Node).ShouldBe(("c-1", "eu-west", "test-node"));
        (stored.CorrelationId, stored.CausationId).ShouldBe((request.CorrelationId, request.CausationId));
        stored.Body.ToJsonString().ShouldBe("""{"name":"churn"}""");
        Encoding.UTF8.GetString(stored.SealedBody.Span).ShouldBe("""{"name":"churn"}""");
    }

    [Fact]
    public async Task AppendAsync_WhenVersionIsOld_MovedAndNothingWritten()
    {
        var owner = await portal.NewTenantAsync();
        await Events.AppendAsync(owner.Append("s", 0, events: 2), CancellationToken.None);

        var outcome = await Events.AppendAsync(owner.Append("s", 1), CancellationToken.None);

        outcome.Status.ShouldBe(AppendStatus.Moved);
        (await Events.HeadAsync(owner.Tenant, "s", CancellationToken.None)).ShouldBe(2);
    }

    [Fact]
    public async Task ReadAsync_WhenAfterVersion_YieldsTheRestInOrder()
    {
        var owner = await portal.NewTenantAsync();
        await Events.AppendAsync(owner.Append("s", 0, events: 3), CancellationToken.None);

        var rest = await Events.ReadAsync(owner.Tenant, "s", 1, CancellationToken.None);

        rest.Select(e => e.Version).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task AppendAsync_When32WritersRace_NoUpdateIsLost()
    {
        var owner = await portal.NewTenantAsync();

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => AddOneAsync()));

        var all = await Events.ReadAsync(owner.Tenant, "counter", 0, CancellationToken.None);
        all.Select(e => e.Version).ShouldBe(Enumerable.Range(1, 32).Select(v => (long)v));

        async Task AddOneAsync()
        {
            AppendOutcome outcome;
            do
            {
                var head = await Events.HeadAsync(owner.Tenant, "counter", CancellationToken.None);
                outcome = await Events.AppendAsync(owner.Append("counter", head), CancellationToken.None);
            }
            while (outcome.Status == AppendStatus.Moved);
        }
    }

    [Fact]
    public async Task AppendAsync_WhenExpectedHeadMoved_MovedAndNothingWritten()
    {
        var owner = await portal.NewTenantAsync();
        await Events.AppendAsync(owner.Append("policy", 0, events: 2), CancellationToken.None);
        var request = owner.Append("deployment", 0) with { Expects = [new("policy", 1)] };

        var outcome = await Events.AppendAsync(request, CancellationToken.None);

        outcome.Status.ShouldBe(AppendStatus.Moved);
        (await Events.HeadAsync(owner.Tenant, "deployment", CancellationToken.None)).ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task AppendAsync_WhenTwoRelyOnEachOther_OnlyOneCommits(int startVersion)
    {
        for (var round = 0; round < 20; round++)
        {
            var owner = await portal.NewTenantAsync();
            if (startVersion > 0)
            {
                await Events.AppendAsync(owner.Append("x", 0), CancellationToken.None);
                await Events.AppendAsync(owner.Append("y", 0), CancellationToken.None);
            }

            var outcomes = await Task.WhenAll(
                Task.Run(() => RelyAsync("x", "y")),
                Task.Run(() => RelyAsync("y", "x")));

            outcomes.Count(o => o.Status == AppendStatus.Committed).ShouldBe(1);

            Task<AppendOutcome> RelyAsync(string own, string other) => Events.AppendAsync(
                owner.Append(own, startVersion) with { Expects = [new(other, startVersion)] }, CancellationToken.None);
        }
    }

    [Fact]
    public async Task AppendAsync_WhenManyExpectTheSameHeads_NeitherDeadlockNorMiss()
    {
        var owner = await portal.NewTenantAsync();
        ImmutableArray<Expect> heads = [.. Enumerable.Range(0, 8).Select(i => new Expect($"head-{i}", 0))];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => Events.AppendAsync(
            owner.Append($"stream-{i:D2}", 0) with { Expects = i % 2 == 0 ? heads : [.. heads.Reverse()] },
            CancellationToken.None))));

        outcomes.ShouldAllBe(o => o.Status == AppendStatus.Committed);
    }

    [Fact]
    public async Task AppendAsync_WhenCommandWasDone_RepeatedThoughTheVersionMoved()
    {
        var owner = await portal.NewTenantAsync();
        var request = owner.Append("s", 0) with { Command = new("c-1", [7], "first") };
        await Events.AppendAsync(request, CancellationToken.None);

        var again = await Events.AppendAsync(
            owner.Append("s", 0) with { Command = new("c-1", [8], "second") }, CancellationToken.None);

        again.Status.ShouldBe(AppendStatus.Repeated);
        var record = await Events.FindCommandAsync(owner.Tenant, owner.Actor, "c-1", CancellationToken.None);
        record.ShouldNotBeNull();
        (record.RequestHash[0], record.Response).ShouldBe(((byte)7, "first"));
    }

    [Fact]
    public async Task FindCommandAsync_WhenOtherTenantAsks_FindsNothing()
    {
        var (owner, stranger) = (await portal.NewTenantAsync(), await portal.NewTenantAsync());
        await Events.AppendAsync(
            owner.Append("s", 0) with { Command = new("c-1", [7], "first") }, CancellationToken.None);

        (await Events.FindCommandAsync(stranger.Tenant, owner.Actor, "c-1", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task AppendAsync_WhenAWriteBreaksAUniqueName_DuplicateAndNothingWritten()
    {
        var owner = await portal.NewTenantAsync();
        var write = new DbWrite(
            "insert into outbox (tenant_id, id, kind, payload) overriding system value values ($1, 1, 'k', 'p')",
            owner.Tenant.Value);
        await Events.AppendAsync(owner.Append("a", 0) with { Writes = [write] }, CancellationToken.None);

        var outcome = await Events.AppendAsync(
            owner.Append("b", 0) with { Writes = [write] }, CancellationToken.None);

        outcome.ShouldBe(new(AppendStatus.Duplicate, 0, "outbox_pkey"));
        (await Events.HeadAsync(owner.Tenant, "b", CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task ReadAsync_WhenOtherTenantAsks_SeesNothing()
    {
        var (owner, stranger) = (await portal.NewTenantAsync(), await portal.NewTenantAsync());
        await Events.AppendAsync(owner.Append("s", 0), CancellationToken.None);

        (await Events.ReadAsync(stranger.Tenant, "s", 0, CancellationToken.None)).ShouldBeEmpty();
        (await Events.HeadAsync(stranger.Tenant, "s", CancellationToken.None)).ShouldBe(0);
    }
}
