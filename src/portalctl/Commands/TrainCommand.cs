using System.CommandLine;
using System.Text.Json;
using Portal.Ctl.Client;

namespace Portal.Ctl.Commands;

/// <summary>Trains a model on a dataset.</summary>
internal sealed class TrainCommand : ICtlCommand
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromHours(2);

    private readonly Option<string> _dataset = new("--dataset")
    {
        Description = "The dataset's id (dst_…) or name.",
        Required = true,
    };

    private readonly Option<string> _target = new("--target")
    {
        Description = "The column to predict.",
        Required = true,
    };

    private readonly Option<int?> _version = new("--version-of-data")
    {
        Description = "Its version. Default: the newest.",
    };

    private readonly Option<string[]> _columns = new("--column")
    {
        Description = "A column to learn from; may be repeated. Default: the portal chooses.",
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "The model (mdl_… or name) that gets the version.",
    };

    private readonly Option<string?> _name = new("--model-name") { Description = "The name of a new model." };

    private readonly Option<long?> _seed = new("--seed") { Description = "Decides the split and all sampling." };

    private readonly Option<bool> _wait = new("--wait") { Description = "Show how it goes and wait for the end." };

    public string Path => "train";

    public string Summary => "Train a model on a dataset.";

    public void Describe(Command command)
    {
        command.Options.Add(_dataset);
        command.Options.Add(_target);
        command.Options.Add(_version);
        command.Options.Add(_columns);
        command.Options.Add(_model);
        command.Options.Add(_name);
        command.Options.Add(_seed);
        command.Options.Add(_wait);
    }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var parsed = context.Parsed;
        using var client = context.Connect();
        var run = await client.PostAsync(
            "/api/v1/training/jobs",
            new
            {
                dataset = await NamedThing.DatasetAsync(client, parsed.GetRequiredValue(_dataset), cancel),
                target = parsed.GetRequiredValue(_target),
                version = parsed.GetValue(_version),
                columns = parsed.GetValue(_columns) is { Length: > 0 } columns ? columns : null,
                model = parsed.GetValue(_model) is { } model
                    ? await NamedThing.ModelAsync(client, model, cancel)
                    : null,
                modelName = parsed.GetValue(_name),
                seed = parsed.GetValue(_seed),
            },
            cancel);
        if (parsed.GetValue(_wait))
        {
            run = await WaitAsync(context, client, run.GetProperty("id").GetString()!, cancel); // A run has an id.
        }

        context.Answer(run, RunReport.TextOf(run));
        return RunReport.CodeOf(run);
    }

    private static async Task<JsonElement> WaitAsync(
        CommandContext context, PortalClient client, string id, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(WaitMax);
        try
        {
            await new EventWatch(client).RunAsync(
                $"/api/v1/jobs/{id}/events",
                item =>
                {
                    var said = JsonDocument.Parse(item.Data).RootElement;
                    if (RunReport.ProgressOf(item.EventType, said) is { } line)
                    {
                        context.Note(line);
                    }

                    return item.EventType != "state" || !RunReport.HasEnded(said);
                },
                limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new CommandFailedException(
                ExitCode.Timeout, $"{id} has not ended yet; it goes on without this command.");
        }

        return await client.GetAsync($"/api/v1/jobs/{id}", cancel);
    }
}
