using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Compute.Data;
using Portal.Compute.Drift;
using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Monitoring;
using Portal.Grains.Serving.Capture;
using Portal.Grains.Tests.Models;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;
using Portal.Tests;

namespace Portal.Grains.Tests.Monitoring;

/// <summary>Deployments with a reference and captured rows, written as training and serving write them.</summary>
public sealed class MonitoringPortal : TestPortal
{
    public MonitoringQueries Queries => Services.GetRequiredService<MonitoringQueries>();

    /// <summary>A deployment that answers with version 1 of a model whose training data was this table.</summary>
    public async Task<DeploymentId> RoutedAsync(Principal principal, DataTable training)
    {
        var (id, model) = (DeploymentId.New(TimeProvider.System), ModelId.New(TimeProvider.System));
        var reference = await StoreAsync(principal, ReferenceProfile.Create(training));
        var version = VersionSample.Of() with { Number = 1, Reference = reference };
        var tenant = principal.Tenant.Value;
        var target = new RouteTarget(model, 1, "models/a", new string('a', 64), 100);
        await WriteAsync(
            principal,
            new(
                """
                insert into models (tenant_id, model_id, project, name, problem, target, latest, created_at, created_by)
                values ($1, $2, 'default', $3, 'binary', 'churned', 1, $4, 'usr_1')
                """,
                tenant, model.Value, model.ToString(), Clock.GetUtcNow()),
            new(
                """
                insert into model_versions (tenant_id, model_id, number, run_id, dataset_id, dataset_version, artifact,
                    version) values ($1, $2, 1, $3, $4, 1, 'models/a', $5::jsonb)
                """,
                tenant, model.Value, Guid.CreateVersion7(), Guid.CreateVersion7(),
                JsonSerializer.Serialize(version, PortalJson.Options)),
            new(
                """
                insert into deployments (tenant_id, deployment_id, project, endpoint, environment, routed_revision,
                    created_at, created_by, updated_at) values ($1, $2, 'default', $3, 'dev', 1, $4, 'usr_1', $4)
                """,
                tenant, id.Value, $"e-{id.Value:N}", Clock.GetUtcNow()),
            new(
                """
                insert into deployment_revisions (tenant_id, deployment_id, revision, status, cause, targets, approvals,
                    proposed_at, proposed_by) values ($1, $2, 1, 'routed', 'deploy', $3::jsonb, '{}', $4, 'usr_1')
                """,
                tenant, id.Value, JsonSerializer.Serialize<RouteTarget[]>([target], PortalJson.Options),
                Clock.GetUtcNow()));
        Routed[id] = model;
        return id;
    }

    /// <summary>Rows that were asked a moment ago.</summary>
    public async Task CapturedAsync(Principal principal, DeploymentId id, DataTable rows)
    {
        var document = new SegmentDocument(Guid.CreateVersion7(), [.. rows.Columns.Select(Column)]);
        var stored = await StoreAsync(principal, document);
        await WriteAsync(
            principal,
            new DbWrite(
                """
                insert into capture_segments (tenant_id, segment_id, deployment_id, revision, model_id, model_version,
                    from_at, to_at, rows, bytes, blob) values ($1, $2, $3, 1, $4, 1, $5, $5, $6, $7, $8)
                """,
                principal.Tenant.Value, document.Id, id.Value, Routed[id].Value, Clock.GetUtcNow(), rows.RowCount,
                stored.Bytes, stored.Name));
    }

    /// <summary>A minute of requests, all answered within 5 to 7 ms.</summary>
    public Task MinuteAsync(Principal principal, DeploymentId id, DateTimeOffset minute, int requests)
    {
        var buckets = new int[LatencyBuckets.Count];
        buckets[LatencyBuckets.Of(6)] = requests;
        return WriteAsync(
            principal,
            new DbWrite(
                """
                insert into request_minutes (tenant_id, deployment_id, minute, model_id, model_version, requests, rows,
                    refused, limited, failed, latency_ms, latency_buckets)
                values ($1, $2, $3, $4, 1, $5, $5, 0, 0, 0, 1, $6)
                """,
                principal.Tenant.Value, id.Value, minute, Routed[id].Value, (long)requests, buckets));
    }

    private Dictionary<DeploymentId, ModelId> Routed { get; } = [];

    protected override void Configure(IServiceCollection services)
    {
        var configuration = new ConfigurationBuilder().Build();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddPortalGrains(configuration);
    }

    private static SegmentColumn Column(DataColumn column) => column is NumericColumn numbers
        ? new(column.Name, [.. numbers.Values.Select(v => float.IsNaN(v) ? (float?)null : v)], null)
        : new(column.Name, null, [.. Enumerable.Range(0, column.RowCount).Select(((CategoryColumn)column).ValueAt)]);

    private Task<int> WriteAsync(Principal principal, params DbWrite[] writes) =>
        Cell.Database.WriteAsync(principal.Tenant, writes, CancellationToken.None);

    private async Task<StoredArtifact> StoreAsync<T>(Principal principal, T content)
    {
        await using var blob = await Cell.Blobs.CreateAsync(principal.Tenant, "test", CancellationToken.None);
        await JsonSerializer.SerializeAsync(blob.Stream, content, PortalJson.Options);
        var stored = await blob.CommitAsync(CancellationToken.None);
        return new(stored.Name, stored.Sha256, stored.Bytes);
    }
}
