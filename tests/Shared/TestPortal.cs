using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Tenancy;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Tests;

/// <summary>
/// Two cells and the directory in databases and a folder of their own, gone again afterwards. The server is
/// <see cref="EmbeddedPostgres"/>.
/// </summary>
public class TestPortal : IAsyncLifetime
{
    private readonly string _prefix = $"t_{Guid.NewGuid():N}"[..12];
    private ServiceProvider? _services;

    public static string Server => EmbeddedPostgres.Server;

    public static RegionCode Region { get; } = new("eu-west");

    public string Data { get; } = Path.Combine(Path.GetTempPath(), $"portal-test-{Guid.NewGuid():N}");

    public ManualClock Clock { get; } = new();

    public IServiceProvider Services => _services ?? throw new InvalidOperationException("It has not been started.");

    public ICell Cell => Services.GetRequiredService<ICells>().Of(Region);

    public ITenantDirectory Directory => Services.GetRequiredService<ITenantDirectory>();

    /// <summary>The connection string of the migration role to the cell's database.</summary>
    public string CellAsOwner =>
        new NpgsqlConnectionStringBuilder(Server) { Database = $"{_prefix}_eu_west", Pooling = false }.ConnectionString;

    public async Task InitializeAsync()
    {
        EmbeddedPostgres.ShareRoles(Data);
        _services = BuildServices();
        await _services.MigratePortalAsync();
    }

    /// <summary>A second process on the same databases and folder.</summary>
    public ServiceProvider BuildServices()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Portal:Data"] = Data,
            ["Portal:Database"] = Server,
            ["Portal:DatabasePrefix"] = _prefix,
            ["Portal:Node"] = "test-node",
            ["Portal:PoolSize"] = "8",
        });
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddPortalTenancy(configuration.Build());
        Configure(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>A tenant with a key, and its owner.</summary>
    public async Task<Principal> NewTenantAsync()
    {
        var tenant = TenantId.New(TimeProvider.System);
        await Cell.Keys.CreateTenantAsync(tenant, CancellationToken.None);
        var user = UserId.New(TimeProvider.System);
        return new Principal(tenant, Region, ActorType.User, user.Value, Role.Owner, AuthStrength.Password)
        {
            Person = user,
        };
    }

    public async Task DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        foreach (var name in (string[])["ae_north", "eu_west", "directory"])
        {
            await using var drop = new NpgsqlCommand(
                $"drop database if exists {_prefix}_{name} with (force)", connection);
            await drop.ExecuteNonQueryAsync();
        }

        if (System.IO.Directory.Exists(Data))
        {
            System.IO.Directory.Delete(Data, recursive: true);
        }
    }

    /// <summary>Adds what a test's product has besides tenancy.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }
}
