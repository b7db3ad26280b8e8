using Microsoft.Extensions.Options;
using Npgsql;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Tenancy.Storage.Database;

/// <summary>Names of databases and roles, and the connection strings that lead to them.</summary>
internal sealed class DatabaseNames(IOptions<PortalOptions> options, DatabasePasswords passwords)
{
    public const string AppRole = "portal_app";
    public const string SystemRole = "portal_system";

    public string Directory => $"{options.Value.DatabasePrefix}_directory";

    public string Of(RegionCode region) => $"{options.Value.DatabasePrefix}_{region.Value.Replace('-', '_')}";

    /// <summary>
    /// For the migration role; without pooling, because it is used once and databases are dropped in tests.
    /// </summary>
    public string Migration(string? database = null)
    {
        var builder = new NpgsqlConnectionStringBuilder(options.Value.Database) { Pooling = false };
        builder.Database = database ?? builder.Database ?? "postgres";
        return builder.ConnectionString;
    }

    public string App(string database) => Role(database, AppRole, passwords.App, options.Value.PoolSize);

    public string System(string database) =>
        Role(database, SystemRole, passwords.System, Math.Max(4, options.Value.PoolSize / 4));

    private string Role(string database, string role, string password, int poolSize)
    {
        var builder = new NpgsqlConnectionStringBuilder(options.Value.Database)
        {
            Database = database,
            Username = role,
            Password = password,
            Pooling = true,
            MaxPoolSize = poolSize,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            IncludeErrorDetail = false,
            CommandTimeout = 10,
            Timeout = 5,
            ApplicationName = $"portal/{options.Value.Node}",
        };
        return builder.ConnectionString;
    }
}
