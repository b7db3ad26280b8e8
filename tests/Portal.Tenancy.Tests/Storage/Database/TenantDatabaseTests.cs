using Npgsql;
using Portal.Tenancy.Storage;
using Portal.Tests;

namespace Portal.Tenancy.Tests.Storage.Database;

public sealed class TenantDatabaseTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private ITenantDatabase Database => portal.Cell.Database;

    private static DbWrite Insert(Guid tenant, string kind) =>
        new("insert into outbox (tenant_id, kind, payload) values ($1, $2, 'p')", tenant, kind);

    [Fact]
    public async Task WriteAsync_WhenSeveralStatements_CountsRowsAndCommits()
    {
        var owner = await portal.NewTenantAsync();
        var tenant = owner.Tenant.Value;

        var rows = await Database.WriteAsync(
            owner.Tenant, [Insert(tenant, "a"), Insert(tenant, "b")], CancellationToken.None);

        rows.ShouldBe(2);
        var kinds = await Database.QueryAsync(
            owner.Tenant, new("select kind from outbox order by kind"), r => r.GetString(0), CancellationToken.None);
        kinds.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task WriteAsync_WhenOneFails_NothingStays()
    {
        var owner = await portal.NewTenantAsync();

        await Should.ThrowAsync<PostgresException>(() => Database.WriteAsync(
            owner.Tenant, [Insert(owner.Tenant.Value, "a"), new("select 1 / 0")], CancellationToken.None));

        (await Database.FindAsync(
            owner.Tenant, new("select count(*) from outbox"), r => r.GetInt64(0), CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task WriteAsync_WhenItFails_TheErrorCarriesNoData()
    {
        var owner = await portal.NewTenantAsync();
        var write = new DbWrite(
            "insert into streams (tenant_id, stream, version) values ($1, 'secret-name', 1)", owner.Tenant.Value);

        var refused = await Should.ThrowAsync<PostgresException>(
            () => Database.WriteAsync(owner.Tenant, [write, write], CancellationToken.None));

        refused.ToString().ShouldNotContain("secret-name");
    }

    [Fact]
    public async Task QueryAsync_WhenParameterIsNullOrOffset_PassesThem()
    {
        var owner = await portal.NewTenantAsync();
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(4));

        var row = await Database.FindAsync(
            owner.Tenant,
            new("select $1::text is null, $2", null, at),
            r => (r.GetBoolean(0), r.GetFieldValue<DateTimeOffset>(1)),
            CancellationToken.None);

        row.ShouldBe((true, at.ToUniversalTime()));
    }
}
