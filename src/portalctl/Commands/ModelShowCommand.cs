using System.CommandLine;
using System.Text;
using Portal.Ctl.Client;

namespace Portal.Ctl.Commands;

/// <summary>Shows a version of a model.</summary>
internal sealed class ModelShowCommand : ICtlCommand
{
    private readonly Argument<string> _model = new("model") { Description = "The model's id (mdl_…) or name." };

    private readonly Option<int?> _number = new("--number") { Description = "The version. Default: the newest." };

    public string Path => "model show";

    public string Summary => "Show a version of a model: how good it is and where it comes from.";

    public void Describe(Command command)
    {
        command.Arguments.Add(_model);
        command.Options.Add(_number);
    }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        using var client = context.Connect();
        var id = await NamedThing.ModelAsync(client, context.Parsed.GetRequiredValue(_model), cancel);
        var model = await client.GetAsync($"/api/v1/models/{Uri.EscapeDataString(id)}", cancel);
        var number = context.Parsed.GetValue(_number) ?? model.GetProperty("latestVersion").GetInt32();
        var version = await client.GetAsync($"/api/v1/models/{Uri.EscapeDataString(id)}/versions/{number}", cancel);
        var text = new StringBuilder().AppendJoin(
            '\n',
            $"{model.GetProperty("name")}  version {number}  predicts {version.GetProperty("target")}",
            $"data {version.GetProperty("dataset")} version {version.GetProperty("datasetVersion")}",
            $"run {version.GetProperty("run")}  engine {version.GetProperty("engine")}",
            $"SHA-256 {version.GetProperty("artifact").GetProperty("sha256")}");
        RunReport.Figures(text, version.GetProperty("metrics"), version.GetProperty("baselineMetrics"));
        context.Answer(version, text.ToString());
        return ExitCode.Ok;
    }
}
