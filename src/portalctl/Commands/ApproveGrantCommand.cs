using System.CommandLine;

namespace Portal.Ctl.Commands;

/// <summary>Grants a request for approval, on behalf of the person who made the key.</summary>
internal sealed class ApproveGrantCommand : ICtlCommand
{
    private readonly Argument<string> _request = new("request") { Description = "The request's id (apr_…)." };

    private readonly Option<string> _comment = new("--comment")
    {
        Description = "What stands in the log beside the decision.",
        DefaultValueFactory = _ => string.Empty,
    };

    private readonly Option<bool> _confirm = new("--confirm")
    {
        Description = "In self-review: the metrics were read, and it will answer real requests.",
    };

    public string Path => "approve grant";

    public string Summary => "Grant a request for approval.";

    public void Describe(Command command)
    {
        command.Arguments.Add(_request);
        command.Options.Add(_comment);
        command.Options.Add(_confirm);
    }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        using var client = context.Connect();
        var id = Uri.EscapeDataString(context.Parsed.GetRequiredValue(_request));
        var granted = await client.PostAsync(
            $"/api/v1/approvals/{id}:approve",
            new
            {
                comment = context.Parsed.GetRequiredValue(_comment),
                confirmed = context.Parsed.GetValue(_confirm),
            },
            cancel);
        context.Answer(granted, $"{granted.GetProperty("id")}  {granted.GetProperty("status")}");
        return ExitCode.Ok;
    }
}
