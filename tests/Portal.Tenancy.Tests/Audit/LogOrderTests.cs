using Npgsql;
using Portal.Tenancy.Access;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Storage.Events;
using Portal.Tenancy.Tests.Storage.Events;
using Portal.Tests;

namespace Portal.Tenancy.Tests.Audit;

/// <summary>
/// Any open transaction of the server holds readers back, those of other tests too; hence the polling.
/// </summary>
public sealed class LogOrderTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task StreamAsync_WhenAnEarlierTransactionCommitsLater_NothingIsSkipped()
    {
        using var timeout = new CancellationTokenSource(Patience);
        var owner = await portal.NewTenantAsync();
        await using var slow = new NpgsqlConnection(portal.CellAsOwner);
        await slow.OpenAsync(timeout.Token);
        await using var transaction = await slow.BeginTransactionAsync(timeout.Token);
        await InsertAsync(slow, owner, "slow");
        await portal.Cell.Events.AppendAsync(owner.Append("fast", 0), timeout.Token);

        (await ReadAsync(owner, LogPosition.Start, timeout.Token)).ShouldBeEmpty();
        await transaction.CommitAsync(timeout.Token);

        var all = await TailAsync(owner, 2, timeout.Token);
        all.Select(e => e.Stream).ShouldBe(["slow", "fast"]);
    }

    [Fact]
    public async Task StreamAsync_WhenWritersCommitMeanwhile_TailSeesEachEventOnceInOrder()
    {
        const int Writers = 8;
        const int Each = 15;
        using var timeout = new CancellationTokenSource(Patience);
        var owner = await portal.NewTenantAsync();

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            for (var version = 0; version < Each; version++)
            {
                await portal.Cell.Events.AppendAsync(owner.Append($"s{w}", version), timeout.Token);
            }
        })));
        var seen = await TailAsync(owner, Writers * Each, timeout.Token);
        await writing;

        seen.Select(e => e.EventId).Distinct().Count().ShouldBe(Writers * Each);
        seen.Zip(seen.Skip(1)).ShouldAllBe(pair => pair.First.LogPosition < pair.Second.LogPosition);
    }

    private async Task<List<StoredEvent>> TailAsync(Principal owner, int count, CancellationToken cancel)
    {
        var seen = new List<StoredEvent>();
        while (seen.Count < count)
        {
            var after = seen.Count == 0 ? LogPosition.Start : seen[^1].LogPosition;
            seen.AddRange(await ReadAsync(owner, after, cancel));
        }

        return seen;
    }

    private async Task<List<StoredEvent>> ReadAsync(Principal owner, LogPosition after, CancellationToken cancel) =>
        await portal.Cell.Audit.StreamAsync(owner.Tenant, AuditFilter.All, after, personal: false, cancel)
            .ToListAsync(cancel);

    private static async Task InsertAsync(NpgsqlConnection connection, Principal owner, string stream)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into events (tenant_id, stream, version, event_id, type, type_version, occurred_at, actor_type,
                actor_id, auth_strength, action, object_type, object_id, decision, approval_ids, correlation_id,
                region, node, classification, body)
            values ($1, $2, 1, gen_random_uuid(), 't', 1, now(), 'user', 'usr_1', 'none', 'a', 'o', 'i', 'allow',
                '{}', gen_random_uuid(), 'eu-west', 'n', 'internal', '{}'::bytea)
            """,
            connection);
        command.Parameters.AddWithValue(owner.Tenant.Value);
        command.Parameters.AddWithValue(stream);
        await command.ExecuteNonQueryAsync();
    }
}
