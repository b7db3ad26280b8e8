using Npgsql;
using Portal.Tenancy.Storage;
using Portal.Tenancy.Tests.Storage.Events;
using Portal.Tests;

namespace Portal.Tenancy.Tests.Storage.Database;

public sealed class RowSecurityTests(TestPortal portal) : IClassFixture<TestPortal>
{
    [Fact]
    public async Task Tables_WhenTheyHoldTenantRows_AreForcedAndKeyedByTenant()
    {
        var matrix = new RowSecurityMatrix(portal);

        (await matrix.TablesAsync()).ShouldBe(["commands", "due_work", "events", "outbox", "streams"]);
        (await matrix.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_WhenOthersTry_AreOutOfReachInEveryTable()
    {
        var matrix = new RowSecurityMatrix(portal);

        foreach (var table in await matrix.TablesAsync())
        {
            (await matrix.LeaksAsync(table)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task WriteAsync_WhenRowNamesAnotherTenant_IsRefused()
    {
        var (owner, stranger) = (await portal.NewTenantAsync(), await portal.NewTenantAsync());
        var write = new DbWrite(
            "insert into outbox (tenant_id, kind, payload) values ($1, 'k', 'p')", owner.Tenant.Value);

        var refused = await Should.ThrowAsync<PostgresException>(
            () => portal.Cell.Database.WriteAsync(stranger.Tenant, [write], CancellationToken.None));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("update events set reason = 'x'")]
    [InlineData("delete from events")]
    [InlineData("delete from streams")]
    [InlineData("delete from commands")]
    public async Task WriteAsync_WhenItWouldAlterTheLog_IsRefused(string sql)
    {
        var owner = await portal.NewTenantAsync();

        var refused = await Should.ThrowAsync<PostgresException>(
            () => portal.Cell.Database.WriteAsync(owner.Tenant, [new DbWrite(sql)], CancellationToken.None));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("select personal from events")]
    [InlineData("select * from commands")]
    [InlineData("insert into due_work values (gen_random_uuid(), 'k', now(), '', '')")]
    [InlineData("update events set reason = 'x'")]
    public async Task SystemRole_WhenItLeavesItsNarrowPath_IsRefused(string sql)
    {
        await using var command = portal.Cell.SystemDatabase.CreateCommand(sql);

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task SystemRole_WhenItReadsTheLog_SeesEveryTenant()
    {
        var (one, two) = (await portal.NewTenantAsync(), await portal.NewTenantAsync());
        await portal.Cell.Events.AppendAsync(one.Append("s", 0), CancellationToken.None);
        await portal.Cell.Events.AppendAsync(two.Append("s", 0), CancellationToken.None);

        await using var command = portal.Cell.SystemDatabase.CreateCommand(
            "select count(distinct tenant_id) from events where tenant_id = any($1)");
        command.Parameters.AddWithValue(new[] { one.Tenant.Value, two.Tenant.Value });

        (await command.ExecuteScalarAsync()).ShouldBe(2L);
    }

    [Fact]
    public async Task Database_WhenOfAnotherRegion_HoldsNothingOfThisOne()
    {
        var owner = await portal.NewTenantAsync();
        await portal.Cell.Events.AppendAsync(owner.Append("s", 0), CancellationToken.None);
        var elsewhere = portal.Services.GetCells().Of(new("ae-north"));

        (await elsewhere.Events.HeadAsync(owner.Tenant, "s", CancellationToken.None)).ShouldBe(0);
    }
}
