using Npgsql;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Storage;

/// <summary>
/// One statement with positional parameters (<c>$1</c>, <c>$2</c>, …). Null parameters need a cast in the text.
/// </summary>
public sealed record DbWrite(string Sql, params object?[] Parameters);

/// <summary>
/// The cell's database as one tenant sees it. Every call is one transaction whose first statement sets the tenant for
/// row-level security, in the same round trip.
/// </summary>
public interface ITenantDatabase
{
    /// <summary>Runs a query and maps each row.</summary>
    Task<IReadOnlyList<T>> QueryAsync<T>(
        TenantId tenant, DbWrite query, Func<NpgsqlDataReader, T> map, CancellationToken cancel);

    /// <summary>Runs a query that yields at most one row; default when it yields none.</summary>
    Task<T?> FindAsync<T>(TenantId tenant, DbWrite query, Func<NpgsqlDataReader, T> map, CancellationToken cancel);

    /// <summary>
    /// Runs statements in one transaction. For what is not an event: metric points, progress, captures, drafts.
    /// Returns the rows touched.
    /// </summary>
    Task<int> WriteAsync(TenantId tenant, IReadOnlyList<DbWrite> writes, CancellationToken cancel);
}
