using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Tenancy.Storage.Migrations;
using Portal.Tests;

namespace Portal.Tenancy.Tests.Storage.Database;

public sealed class MigratorTests(MigratorTests.WithFeature portal) : IClassFixture<MigratorTests.WithFeature>
{
    [Fact]
    public async Task MigratePortalAsync_WhenASourceIsAdded_AppliesItInOrder()
    {
        await using var connection = new NpgsqlConnection(portal.CellAsOwner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select array_agg(number order by number) from schema_migrations", connection);

        (await command.ExecuteScalarAsync()).ShouldBe(new[] { 1, 100 });
    }

    [Fact]
    public async Task MigratePortalAsync_WhenTwoNodesStartTogether_BothSucceed()
    {
        await using var one = portal.BuildServices();
        await using var two = portal.BuildServices();

        await Task.WhenAll(Task.Run(() => one.MigratePortalAsync()), Task.Run(() => two.MigratePortalAsync()));
    }

    [Fact]
    public async Task PortalTenantTable_WhenAKeyDoesNotBeginWithTenant_Refuses()
    {
        await using var connection = new NpgsqlConnection(portal.CellAsOwner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            create table wrong (tenant_id uuid not null, name text unique, primary key (tenant_id, name));
            call portal_tenant_table('wrong')
            """,
            connection);

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        refused.MessageText.ShouldContain("wrong_name_key");
    }

    [Fact]
    public async Task MigratePortalAsync_WhenAnAppliedFileChanged_Refuses()
    {
        await using var services = portal.BuildServices();
        services.GetServices<IMigrationSource>().OfType<Feature>().Single().Sql = "select 1";

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => services.MigratePortalAsync());

        refused.Message.ShouldContain("0100_feature");
    }

    public sealed class WithFeature : TestPortal
    {
        protected override void Configure(IServiceCollection services) =>
            services.AddSingleton<IMigrationSource>(new Feature());
    }

    private sealed class Feature : IMigrationSource
    {
        public string Sql { get; set; } = """
            create table things (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));
            call portal_tenant_table('things');
            call portal_system_read('things', 'id');
            """;

        public MigrationTarget Target => MigrationTarget.Cell;

        public IEnumerable<Migration> Migrations => [new(100, "feature", Sql)];
    }
}
