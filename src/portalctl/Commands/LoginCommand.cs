using System.CommandLine;
using Portal.Ctl.Client;

namespace Portal.Ctl.Commands;

/// <summary>Remembers a portal and a service key, after asking that portal whether the key is good.</summary>
internal sealed class LoginCommand : ICtlCommand
{
    private readonly Option<string?> _url = new("--url") { Description = "The portal's address. Default: PORTAL_URL." };

    private readonly Option<bool> _stdin = new("--token-stdin")
    {
        Description = "Read the service key from standard input. Default: PORTAL_TOKEN, else it is asked for.",
    };

    public string Path => "login";

    public string Summary => "Remember a portal and a service key.";

    public void Describe(Command command)
    {
        command.Options.Add(_url);
        command.Options.Add(_stdin);
    }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var url = context.Parsed.GetValue(_url) ?? context.Variable("PORTAL_URL");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new CommandFailedException(ExitCode.Usage, "Say where the portal is: --url https://…");
        }

        var token = await TokenAsync(context, cancel);
        using var client = new PortalClient(address, token);
        var me = await client.GetAsync("/api/v1/me", cancel);
        new Profile(address.GetLeftPart(UriPartial.Authority), token).Save(context.Settings);
        context.Answer(me, $"Signed in to {address.Authority} as {me.GetProperty("actor")}, {me.GetProperty("role")}.");
        return ExitCode.Ok;
    }

    private async Task<string> TokenAsync(CommandContext context, CancellationToken cancel)
    {
        if (!context.Parsed.GetValue(_stdin)
            && context.Variable("PORTAL_TOKEN") is { } known)
        {
            return known;
        }

        if (!context.Parsed.GetValue(_stdin))
        {
            context.Note("Paste the service key (make one under Service keys), then Enter:");
        }

        var line = await context.Input.ReadLineAsync(cancel);
        return string.IsNullOrWhiteSpace(line)
            ? throw new CommandFailedException(ExitCode.Usage, "There is no service key.")
            : line.Trim();
    }
}
