using System.CommandLine;

namespace Portal.Ctl.Commands;

/// <summary>Says who the key is.</summary>
internal sealed class WhoAmICommand : ICtlCommand
{
    public string Path => "whoami";

    public string Summary => "Say whose key is in use, and what it may do.";

    public void Describe(Command command)
    {
    }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        using var client = context.Connect();
        var me = await client.GetAsync("/api/v1/me", cancel);
        context.Answer(me, $"{me.GetProperty("actor")}, {me.GetProperty("role")}, in {me.GetProperty("region")}");
        return ExitCode.Ok;
    }
}
