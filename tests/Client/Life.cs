using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Portal.Tests.Client;

/// <summary>
/// One model's whole life over the API, step by step. Each step has an idempotency key of its own, so that it can be
/// sent again after a crash, and remembers what was acknowledged.
/// </summary>
public sealed class Life(string root, string slug, string region, byte[] csv, string target)
{
    /// <summary>The password of every owner.</summary>
    public const string Password = "a-long-Passphrase-42";

    private string _id = Guid.NewGuid().ToString("N");

    public string Slug { get; private set; } = slug;

    public string? Key { get; set; }

    public string? Dataset { get; private set; }

    public string? Job { get; private set; }

    public string? Model { get; private set; }

    public int Version { get; private set; }

    public string? Approval { get; private set; }

    public string? Deployment { get; private set; }

    public int Revision { get; private set; }

    public bool Granted { get; private set; }

    public bool Predicted { get; private set; }

    /// <summary>The steps in their order. Each may be run again until it is acknowledged.</summary>
    public IReadOnlyList<(string Name, Func<CancellationToken, Task> RunAsync)> Steps =>
    [
        ("sign-up", SignUpAsync),
        ("dataset", UploadAsync),
        ("train", TrainAsync),
        ("trained", WaitForModelAsync),
        ("request approval", RequestApprovalAsync),
        ("approve", ApproveAsync),
        ("endpoint", CreateEndpointAsync),
        ("deploy", DeployAsync),
        ("routed", WaitForRouteAsync),
        ("predict", PredictAsync),
    ];

    public string Endpoint => $"e-{_id[..8]}";

    /// <summary>Goes on with another workspace, for a sign-up whose answer was lost with the key in it.</summary>
    public void BeginAfresh()
    {
        Slug += "-b";
        _id = Guid.NewGuid().ToString("N");
    }

    public Api Api() => new(root, Key);

    public async Task SignUpAsync(CancellationToken cancel)
    {
        using var api = new Api(root);
        var terms = (await api.GetAsync("/api/v1/terms", cancel)).Expect();
        var accepted = terms.Json.GetProperty("items").EnumerateArray()
            .Select(t => new
            {
                document = t.GetProperty("document").GetString(),
                sha256 = t.GetProperty("sha256").GetString()
            });
        var answer = await api.PostAsync(
            "/api/v1/sign-up",
            new
            {
                workspace = Slug,
                slug = Slug,
                region,
                name = "Olive Owner",
                email = $"owner@{Slug}.example",
                password = Password,
                accepted,
                createKey = true,
            },
            $"{_id}-sign-up",
            cancel);
        answer.Expect();
        Key = answer.Json.TryGetProperty("serviceKey", out var key) ? key.GetString() : Key;
    }

    public async Task UploadAsync(CancellationToken cancel)
    {
        using var api = Api();
        Dataset = (await api.UploadAsync($"/api/v1/datasets?name=data-{_id[..6]}", csv, $"{_id}-data", cancel))
            .Expect().Text("id");
    }

    public Task TrainAsync(CancellationToken cancel) => TrainAsync(7, cancel);

    /// <summary>Trains with a seed: the first run makes the model, a later one adds a version to it.</summary>
    public async Task TrainAsync(int seed, CancellationToken cancel)
    {
        using var api = Api();
        Job = (await api.PostAsync(
            "/api/v1/training/jobs",
            new
            {
                dataset = Dataset,
                target,
                modelName = Model is null ? $"model-{_id[..6]}" : null,
                model = Model,
                seed
            },
            $"{_id}-train-{seed}",
            cancel)).Expect().Text("id");
    }

    /// <summary>A metric of the newest version on the rows that training never saw.</summary>
    public async Task<double> MetricAsync(string name, CancellationToken cancel)
    {
        using var api = Api();
        var version = (await api.GetAsync($"/api/v1/models/{Model}/versions/{Version}", cancel)).Expect().Json;
        return version.GetProperty("metrics").GetProperty(name).GetDouble();
    }

    public async Task WaitForModelAsync(CancellationToken cancel)
    {
        using var api = Api();
        var job = await UntilAsync(
            async () => (await api.GetAsync($"/api/v1/jobs/{Job}", cancel)).Expect(),
            a => a.Text("status") is "finished" or "failed" or "cancelled",
            cancel);
        if (job.Text("status") != "finished")
        {
            throw new InvalidOperationException($"The run ended as {job.Body}");
        }

        Model = job.Text("model");
        Version = int.Parse(job.Text("version"), CultureInfo.InvariantCulture);
    }

    public async Task RequestApprovalAsync(CancellationToken cancel)
    {
        using var api = Api();
        Approval = (await api.PostAsync(
            "/api/v1/approvals",
            new { model = Model, version = Version, environment = "production", note = "First version." },
            $"{_id}-ask",
            cancel)).Expect().Text("id");
    }

    public async Task ApproveAsync(CancellationToken cancel)
    {
        using var api = Api();
        (await api.PostAsync(
            $"/api/v1/approvals/{Approval}:approve", new { comment = "Read.", confirmed = true }, $"{_id}-ok", cancel))
            .Expect();
        Granted = true;
    }

    public async Task CreateEndpointAsync(CancellationToken cancel)
    {
        using var api = Api();
        Deployment = (await api.PostAsync(
            "/api/v1/deployments", new { endpoint = Endpoint, environment = "production" }, $"{_id}-make", cancel))
            .Expect().Text("id");
    }

    public async Task DeployAsync(CancellationToken cancel)
    {
        using var api = Api();
        var answer = await api.PostAsync(
            $"/api/v1/deployments/{Deployment}:deploy", new { model = Model, version = Version }, $"{_id}-go", cancel);
        Revision = int.Parse(answer.Expect().Text("revision"), CultureInfo.InvariantCulture);
    }

    public async Task WaitForRouteAsync(CancellationToken cancel)
    {
        using var api = Api();
        await UntilAsync(
            async () => (await api.GetAsync($"/api/v1/deployments/{Deployment}", cancel)).Expect(),
            a => a.Json.GetProperty("deployment").TryGetProperty("routed", out var r)
                && r.ValueKind is JsonValueKind.Object && r.GetProperty("number").GetInt32() == Revision,
            cancel);
    }

    public async Task PredictAsync(CancellationToken cancel)
    {
        using var api = Api();
        var version = (await api.GetAsync($"/api/v1/models/{Model}/versions/{Version}", cancel)).Expect().Json;
        var inputs = version.GetProperty("signature").GetProperty("inputs").EnumerateArray()
            .Select(i => i.GetProperty("name").GetString()).ToHashSet();
        var row = Row().Where(c => inputs.Contains(c.Key)).ToDictionary();
        (await api.PostAsync($"/api/v1/endpoints/{Endpoint}:predict", new { rows = new[] { row } }, null, cancel))
            .Expect();
        Predicted = true;
    }

    /// <summary>Waits until <paramref name="done"/>, at most three minutes.</summary>
    public static async Task<Answer> UntilAsync(
        Func<Task<Answer>> ask, Func<Answer, bool> done, CancellationToken cancel)
    {
        var began = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (done(answer))
            {
                return answer;
            }

            if (began.Elapsed > TimeSpan.FromMinutes(3))
            {
                throw new TimeoutException($"Still waiting for: {answer.Body}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        }
    }

    /// <summary>The first data row as the rows form takes it, without the target. Numbers stay numbers.</summary>
    public Dictionary<string, object?> Row()
    {
        var lines = System.Text.Encoding.UTF8.GetString(csv).Split('\n');
        var names = lines[0].Trim().Split(',').Select(Clean).ToArray();
        var cells = lines[1].Trim().Split(',').Select(Clean).ToArray();
        return names.Zip(cells).Where(p => p.First != target)
            .ToDictionary(p => p.First, p => Value(p.Second));
    }

    private static string Clean(string cell) => cell.Trim().Trim('"').Trim();

    private static object? Value(string cell) =>
        cell.Length == 0 ? null
        : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : cell;
}
