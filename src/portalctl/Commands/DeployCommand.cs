using System.CommandLine;
using System.Text.Json;
using Portal.Ctl.Client;

namespace Portal.Ctl.Commands;

/// <summary>Sends a model version to an endpoint, which is made where it does not exist yet.</summary>
internal sealed class DeployCommand : ICtlCommand
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(2);

    private readonly Argument<string> _model = new("model") { Description = "The model's id (mdl_…) or name." };

    private readonly Option<int?> _number = new("--number") { Description = "The version. Default: the newest." };

    private readonly Option<string> _endpoint = new("--endpoint")
    {
        Description = "The endpoint's name.",
        Required = true,
    };

    private readonly Option<string> _environment = new("--environment")
    {
        Description = "Where a new endpoint belongs: dev, staging, production.",
        DefaultValueFactory = _ => "production",
    };

    private readonly Option<bool> _wait = new("--wait") { Description = "Wait until it answers." };

    public string Path => "deploy";

    public string Summary => "Send a model version to an endpoint; production needs an approval.";

    public void Describe(Command command)
    {
        command.Arguments.Add(_model);
        command.Options.Add(_number);
        command.Options.Add(_endpoint);
        command.Options.Add(_environment);
        command.Options.Add(_wait);
    }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        using var client = context.Connect();
        var model = await NamedThing.ModelAsync(client, context.Parsed.GetRequiredValue(_model), cancel);
        var found = await client.GetAsync($"/api/v1/models/{Uri.EscapeDataString(model)}", cancel);
        var version = context.Parsed.GetValue(_number) ?? found.GetProperty("latestVersion").GetInt32();
        var deployment = await EndpointAsync(context, client, cancel);
        var sent = await SendAsync(client, deployment, model, version, cancel);
        var revision = sent.GetProperty("revision").GetInt32();
        if (context.Parsed.GetValue(_wait))
        {
            context.Note($"Revision {revision} is being loaded.");
            await WaitAsync(client, deployment, revision, cancel);
        }

        context.Answer(sent, $"{context.Parsed.GetRequiredValue(_endpoint)}  revision {revision}  version {version}");
        return ExitCode.Ok;
    }

    private async Task<string> EndpointAsync(CommandContext context, PortalClient client, CancellationToken cancel)
    {
        var endpoint = context.Parsed.GetRequiredValue(_endpoint);
        var list = await client.GetAsync(
            $"/api/v1/deployments?limit=200&filter={Uri.EscapeDataString(endpoint)}", cancel);
        foreach (var one in list.GetProperty("items").EnumerateArray())
        {
            if (one.GetProperty("endpoint").GetString() == endpoint && !one.TryGetProperty("stoppedAt", out _))
            {
                return one.GetProperty("id").GetString()!; // An id is always there.
            }
        }

        var environment = context.Parsed.GetRequiredValue(_environment);
        var made = await client.PostAsync("/api/v1/deployments", new { endpoint, environment }, cancel);
        return made.GetProperty("id").GetString()!; // As above.
    }

    private static async Task<JsonElement> SendAsync(
        PortalClient client, string deployment, string model, int version, CancellationToken cancel)
    {
        try
        {
            return await client.PostAsync($"/api/v1/deployments/{deployment}:deploy", new { model, version }, cancel);
        }
        catch (ProblemException refused) when (
            refused.Problem.TryGetProperty("code", out var code) && code.GetString() == "approval-required")
        {
            throw new CommandFailedException(
                ExitCode.WaitingForApproval,
                $"{refused.Message}\nAsk for it: portalctl approve request {model} --number {version}");
        }
    }

    private static async Task WaitAsync(
        PortalClient client, string deployment, int revision, CancellationToken cancel)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(WaitMax);
        while (true)
        {
            var now = await client.GetAsync($"/api/v1/deployments/{deployment}", cancel);
            var mine = now.GetProperty("revisions").EnumerateArray()
                .First(r => r.GetProperty("number").GetInt32() == revision);
            switch (mine.GetProperty("status").GetString())
            {
                case "routed":
                    return;
                case "failed":
                    throw new CommandFailedException(ExitCode.Failed, $"The revision could not be loaded: {mine}");
            }

            try
            {
                await Task.Delay(PollEvery, late.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                throw new CommandFailedException(ExitCode.Timeout, "It does not answer yet. Look at the deployment.");
            }
        }
    }
}
