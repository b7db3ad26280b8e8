using System.CommandLine;
using Portal.Ctl.Client;

namespace Portal.Ctl.Commands;

/// <summary>Asks that a version may go to an environment.</summary>
internal sealed class ApproveRequestCommand : ICtlCommand
{
    private readonly Argument<string> _model = new("model") { Description = "The model's id (mdl_…) or name." };

    private readonly Option<int?> _number = new("--number") { Description = "The version. Default: the newest." };

    private readonly Option<string> _environment = new("--environment")
    {
        Description = "Where it is to go.",
        DefaultValueFactory = _ => "production",
    };

    private readonly Option<string> _note = new("--note")
    {
        Description = "Why; the approver reads it.",
        DefaultValueFactory = _ => string.Empty,
    };

    public string Path => "approve request";

    public string Summary => "Ask for approval of a model version.";

    public void Describe(Command command)
    {
        command.Arguments.Add(_model);
        command.Options.Add(_number);
        command.Options.Add(_environment);
        command.Options.Add(_note);
    }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        using var client = context.Connect();
        var model = await NamedThing.ModelAsync(client, context.Parsed.GetRequiredValue(_model), cancel);
        var found = await client.GetAsync($"/api/v1/models/{Uri.EscapeDataString(model)}", cancel);
        var asked = await client.PostAsync(
            "/api/v1/approvals",
            new
            {
                model,
                version = context.Parsed.GetValue(_number) ?? found.GetProperty("latestVersion").GetInt32(),
                environment = context.Parsed.GetRequiredValue(_environment),
                note = context.Parsed.GetRequiredValue(_note),
            },
            cancel);
        context.Answer(asked, $"{asked.GetProperty("id")}  {asked.GetProperty("status")}");
        return ExitCode.Ok;
    }
}
