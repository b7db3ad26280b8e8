using System.Text.Json;
using Portal.Tests.Client;

namespace Portal.Campaigns;

/// <summary>Looks whether what was acknowledged is there, whole and once.</summary>
internal sealed class LifeCheck(Life life)
{
    /// <summary>Everything whose answer arrived is there after the restart.</summary>
    public async Task AcknowledgedIsThereAsync(CancellationToken cancel)
    {
        if (life.Key is null)
        {
            return;
        }

        using var api = life.Api();
        (await api.GetAsync("/api/v1/workspace", cancel)).Expect();
        await ThereAsync(api, life.Dataset, id => $"/api/v1/datasets/{id}/versions/1", cancel);
        await ThereAsync(api, life.Job, id => $"/api/v1/jobs/{id}", cancel);
        await ThereAsync(api, life.Model, id => $"/api/v1/models/{id}/versions/{life.Version}", cancel);
        await ThereAsync(api, life.Deployment, id => $"/api/v1/deployments/{id}", cancel);
        if (life.Approval is { } approval)
        {
            var status = (await api.GetAsync($"/api/v1/approvals/{approval}", cancel)).Expect().Text("status");
            if (life.Granted && status != "granted")
            {
                throw new InvalidOperationException($"{life.Slug}: the approval was granted and is {status}.");
            }
        }

        if (life.Predicted)
        {
            await life.PredictAsync(cancel);
        }
    }

    /// <summary>At the end of a life there is exactly one of everything, and its log tells of each once.</summary>
    public async Task NothingIsDoubleAsync(CancellationToken cancel)
    {
        using var api = life.Api();
        await OneAsync(api, "/api/v1/datasets", cancel);
        await OneAsync(api, "/api/v1/models", cancel);
        await OneAsync(api, $"/api/v1/models/{life.Model}/versions", cancel);
        await OneAsync(api, "/api/v1/approvals", cancel);
        await OneAsync(api, "/api/v1/deployments", cancel);
        var log = (await api.GetAsync("/api/v1/audit/events?limit=200", cancel)).Expect().Json.GetProperty("items");
        foreach (var type in Once)
        {
            var times = log.EnumerateArray().Count(e => e.GetProperty("type").GetString() == type);
            if (times != 1)
            {
                throw new InvalidOperationException($"{life.Slug}: the log has {type} {times} times.");
            }
        }
    }

    private static readonly string[] Once =
    [
        "tenant.created", "dataset.created", "dataset.version-added", "run.queued", "run.finished",
        "model.version-registered", "approval.requested", "approval.granted", "deployment.created",
        "deployment.revision-proposed", "deployment.routed",
    ];

    private async Task ThereAsync(Api api, string? id, Func<string, string> path, CancellationToken cancel)
    {
        if (id is not null && !(await api.GetAsync(path(id), cancel)).Ok)
        {
            throw new InvalidOperationException($"{life.Slug}: {path(id)} was acknowledged and is gone.");
        }
    }

    private async Task OneAsync(Api api, string path, CancellationToken cancel)
    {
        var answer = (await api.GetAsync(path, cancel)).Expect().Json;
        var items = answer.ValueKind is JsonValueKind.Array ? answer : answer.GetProperty("items");
        if (items.GetArrayLength() != 1)
        {
            throw new InvalidOperationException($"{life.Slug}: {path} has {items.GetArrayLength()}, not one.");
        }
    }
}
