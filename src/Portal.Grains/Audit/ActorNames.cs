using Npgsql;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Audit;

/// <summary>Today's names of people and keys. One who was removed has none.</summary>
internal static class ActorNames
{
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(
        ICell cell, TenantId tenant, IEnumerable<string> actors, CancellationToken cancel)
    {
        var known = actors.Distinct(StringComparer.Ordinal).ToList();
        var users = known.Select(a => UserId.TryParse(a, out var id) ? id.Value : Guid.Empty)
            .Where(id => id != Guid.Empty).ToArray();
        var keys = known.Select(a => ServiceKeyId.TryParse(a, out var id) ? id.Value : Guid.Empty)
            .Where(id => id != Guid.Empty).ToArray();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await AddAsync(
            "select user_id, name from users where user_id = any($1)", users, id => new UserId(id).ToString());
        await AddAsync(
            "select key_id, name from service_keys where key_id = any($1)", keys,
            id => new ServiceKeyId(id).ToString());
        return names;

        async Task AddAsync(string sql, Guid[] ids, Func<Guid, string> outward)
        {
            if (ids.Length == 0)
            {
                return;
            }

            foreach (var (id, name) in await cell.Database.QueryAsync(tenant, new(sql, ids), Read, cancel))
            {
                names[outward(id)] = name;
            }
        }
    }

    private static (Guid Id, string Name) Read(NpgsqlDataReader row) => (row.GetGuid(0), row.GetString(1));
}
