using System.CommandLine;
using System.Text.Json;
using Portal.Ctl.Client;

namespace Portal.Ctl.Commands;

/// <summary>Trains a model on a dataset.</summary>
internal sealed class TrainCommand : ICtlCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Option<string> _dataset = new("--dataset")
    {
        Description = "The dataset (dst_…).",
        Required = true,
    };

    private readonly Option<string> _target = new("--target") { Description = "The column to predict.", Required = true };

    private readonly Option<string?> _modelName = new("--model-name")
    {
        Description = "A new model's name, or that of one that predicts the same column.",
    };

    private readonly Option<long?> _seed = new("--seed") { Description = "Decides the split and all sampling. Default: 1." };

    private readonly Option<bool> _wait = new("--wait") { Description = "Wait for the end and tell how it goes." };

    public string Path => "train";

    public string Summary => "Train a model on a dataset.";

    public void Describe(Command command)
    {
        command.Options.Add(_dataset);
        command.Options.Add(_target);
        command.Options.Add(_modelName);
        command.Options.Add(_seed);
        command.Options.Add(_wait);
    }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        using var client = context.Connect();
        var run = await client.PostAsync(
            "/api/v1/training/jobs",
            new
            {
                dataset = context.Parsed.GetRequiredValue(_dataset),
                target = context.Parsed.GetRequiredValue(_target),
                modelName = context.Parsed.GetValue(_modelName),
                seed = context.Parsed.GetValue(_seed),
            },
            cancel);
        if (context.Parsed.GetValue(_wait))
        {
            run = await WaitAsync(client, context, run, cancel);
        }

        context.Answer(run, Text(run));
        return Status(run) is "failed" or "cancelled" ? ExitCode.Failed : ExitCode.Ok;
    }

    private static async Task<JsonElement> WaitAsync(
        PortalClient client, CommandContext context, JsonElement run, CancellationToken cancel)
    {
        var address = $"/api/v1/jobs/{run.GetProperty("id").GetString()}";
        var told = string.Empty;
        while (true)
        {
            var status = Status(run);
            if (status != told)
            {
                context.Note(told = status);
            }

            if (status is not ("queued" or "running"))
            {
                return run;
            }

            await Task.Delay(Pause, cancel);
            run = await client.GetAsync(address, cancel);
        }
    }

    private static string Status(JsonElement run) => run.GetProperty("status").GetString() ?? string.Empty;

    private static string Text(JsonElement run) => Status(run) switch
    {
        "finished" => $"{run.GetProperty("id")}  model {run.GetProperty("model")} version {run.GetProperty("version")}\n"
            + string.Join('\n', run.GetProperty("metrics").EnumerateObject().Select(m => $"{m.Name}  {m.Value}")),
        "failed" => $"{run.GetProperty("id")}  failed: {run.GetProperty("error").GetProperty("message")}",
        var status => $"{run.GetProperty("id")}  {status}",
    };
}
