using System.Net;
using System.Text.Json;
using Portal.Grains.Datasets;

namespace Portal.Web.Features.Sample;

/// <summary>
/// What happened in the sample workspace, told by doing it: data, two trained versions, an attempt without approval, a
/// release, a rollback, and requests from people who slowly change. Every step can be sent again.
/// </summary>
internal sealed class SampleStory(SampleClient client, SampleNotes notes)
{
    private const string Endpoint = "churn";
    private const int Rows = 4_000;
    private const int BatchRows = 20;
    private const int BatchesBefore = 30;
    private const int BatchesAfter = 30;
    private const double Drift = 0.8;

    public async Task TellAsync(CancellationToken cancel)
    {
        var data = await SampleFiles.ChurnAsync(Rows, seed: 1, drift: 0, cancel);
        var dataset = Id(await client.UploadAsync("/api/v1/datasets?name=customers", data, "sample-data", cancel));
        var first = await TrainAsync(dataset, 1, model: null, cancel);
        var second = await TrainAsync(dataset, 2, first.Model, cancel);
        var deployment = Id(await client.PostAsync(
            "/api/v1/deployments", new { endpoint = Endpoint, environment = "production" }, "sample-endpoint", cancel));
        await TryWithoutApprovalAsync(deployment, first, cancel);
        await ReleaseAsync(deployment, first, "sample-release-1", cancel);
        var inputs = await InputsAsync(first, cancel);
        await AskAsync(inputs, BatchesBefore, seed: 2, drift: 0, cancel);
        await ReleaseAsync(deployment, second, "sample-release-2", cancel);
        await RoutedAsync(
            deployment,
            await client.PostAsync(
                $"/api/v1/deployments/{deployment}:rollback",
                new { reason = "Sales asked for the version of last week." }, "sample-rollback", cancel),
            cancel);
        await AskAsync(inputs, BatchesAfter, seed: 3, Drift, cancel);
        await notes.DoneAsync(cancel);
    }

    private async Task<(string Model, int Version)> TrainAsync(
        string dataset, int seed, string? model, CancellationToken cancel)
    {
        var job = Id(await client.PostAsync(
            "/api/v1/training/jobs",
            new { dataset, target = SampleFiles.ChurnTarget, seed, model, modelName = model is null ? "Churn" : null },
            $"sample-train-{seed}",
            cancel));
        var ended = await client.UntilAsync(
            $"/api/v1/jobs/{job}", j => Text(j, "status") is "finished" or "failed" or "cancelled", cancel);
        return Text(ended, "status") == "finished"
            ? (Text(ended, "model"), ended.GetProperty("version").GetInt32())
            : throw new InvalidOperationException($"The sample's training ended as {ended}.");
    }

    private async Task TryWithoutApprovalAsync(
        string deployment, (string Model, int Version) trained, CancellationToken cancel)
    {
        try
        {
            await client.PostAsync(
                $"/api/v1/deployments/{deployment}:deploy", new { model = trained.Model, version = trained.Version },
                null, cancel);
        }
        catch (HttpRequestException refused)
            when (refused.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Conflict)
        {
            // That is the point: the attempt stands in the log.
        }
    }

    private async Task ReleaseAsync(
        string deployment, (string Model, int Version) trained, string id, CancellationToken cancel)
    {
        var approval = Id(await client.PostAsync(
            "/api/v1/approvals",
            new
            {
                model = trained.Model,
                version = trained.Version,
                environment = "production",
                note = "Better than the baseline on every metric.",
                gate = new { metric = "roc-auc", threshold = 0.7 },
            },
            id + "-ask",
            cancel));
        await client.PostAsync(
            $"/api/v1/approvals/{approval}:approve", new { comment = "Metrics read.", confirmed = true }, id + "-grant",
            cancel);
        var sent = await client.PostAsync(
            $"/api/v1/deployments/{deployment}:deploy", new { model = trained.Model, version = trained.Version },
            id + "-deploy", cancel);
        await RoutedAsync(deployment, sent, cancel);
    }

    private Task RoutedAsync(string deployment, JsonElement sent, CancellationToken cancel)
    {
        var revision = sent.GetProperty("revision").GetInt32();
        return client.UntilAsync(
            $"/api/v1/deployments/{deployment}",
            d => d.GetProperty("deployment").TryGetProperty("routed", out var routed)
                && routed.GetProperty("number").GetInt32() >= revision,
            cancel);
    }

    private async Task<HashSet<string>> InputsAsync((string Model, int Version) trained, CancellationToken cancel)
    {
        var version = await client.GetAsync($"/api/v1/models/{trained.Model}/versions/{trained.Version}", cancel);
        var inputs = version.GetProperty("signature").GetProperty("inputs");
        return [.. inputs.EnumerateArray().Select(i => Text(i, "name"))];
    }

    private async Task AskAsync(
        HashSet<string> inputs, int batches, ulong seed, double drift, CancellationToken cancel)
    {
        var rows = SampleRows.Of(await SampleFiles.ChurnAsync(batches * BatchRows, seed, drift, cancel), inputs);
        foreach (var batch in rows.Chunk(BatchRows))
        {
            await client.PostAsync($"/api/v1/endpoints/{Endpoint}:predict", new { rows = batch }, null, cancel);
        }
    }

    private static string Id(JsonElement answer) => Text(answer, "id");

    private static string Text(JsonElement answer, string name) => answer.GetProperty(name).ToString();
}
