using System.Collections.Immutable;
using System.Text.Json;
using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Serving.Routing;

/// <summary>Reads which revisions a cell serves.</summary>
internal static class RouteReads
{
    private const string Wanted = """
        select d.tenant_id, d.deployment_id, d.endpoint, d.environment, r.revision, r.status = 'routed', r.targets
        from deployment_revisions r
        join deployments d on d.tenant_id = r.tenant_id and d.deployment_id = r.deployment_id
        where r.status in ('loading', 'routed')
        """;

    /// <summary>Every revision of every tenant that is being loaded or answers.</summary>
    public static async Task<IReadOnlyList<WantedRevision>> WantedAsync(ICell cell, CancellationToken cancel)
    {
        await using var command = cell.SystemDatabase.CreateCommand(Wanted);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var wanted = new List<WantedRevision>();
        while (await row.ReadAsync(cancel))
        {
            wanted.Add(new(
                new TenantId(row.GetGuid(0)), new DeploymentId(row.GetGuid(1)), row.GetString(2), row.GetString(3),
                row.GetInt32(4), row.GetBoolean(5),
                JsonSerializer.Deserialize<ImmutableArray<RouteTarget>>(row.GetString(6), PortalJson.Options)));
        }

        return wanted;
    }

    /// <summary>The version behind a target, read as its tenant.</summary>
    public static Task<ModelVersion?> VersionAsync(ICell cell, ModelKey key, CancellationToken cancel) =>
        cell.Database.FindAsync(
            key.Tenant,
            new("select version from model_versions where model_id = $1 and number = $2", key.Model.Value, key.Version),
            row => JsonSerializer.Deserialize<ModelVersion>(row.GetString(0), PortalJson.Options),
            cancel);
}
