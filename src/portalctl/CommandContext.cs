using System.CommandLine;
using System.Text.Json;
using Portal.Ctl.Client;

namespace Portal.Ctl;

/// <summary>What a command has at hand.</summary>
internal sealed class CommandContext(
    ParseResult parsed, bool json, Func<string, string?> environment, TextReader input, TextWriter output,
    TextWriter notes)
{
    private static readonly JsonSerializerOptions Pretty = new(PortalClient.Json) { WriteIndented = true };

    /// <summary>The values of options and arguments.</summary>
    public ParseResult Parsed => parsed;

    /// <summary>Whether a program reads the output.</summary>
    public bool Json => json;

    /// <summary>Standard input.</summary>
    public TextReader Input => input;

    /// <summary>A variable of the environment; null when it is missing or empty.</summary>
    public string? Variable(string name) => environment(name) is { Length: > 0 } value ? value : null;

    /// <summary>The folder of settings.</summary>
    public string Settings => Variable("XDG_CONFIG_HOME") ?? Environment.GetFolderPath(
        Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.Create);

    /// <summary>A client for the portal that the environment or the last login names.</summary>
    public PortalClient Connect()
    {
        var profile = Profile.Load(Settings);
        var url = Variable("PORTAL_URL") ?? profile?.Url;
        var token = Variable("PORTAL_TOKEN") ?? profile?.Token;
        return url is null || token is null
            ? throw new CommandFailedException(
                ExitCode.Usage, "Not signed in. Run 'portalctl login --url …', or set PORTAL_URL and PORTAL_TOKEN.")
            : new PortalClient(new Uri(url), token);
    }

    /// <summary>
    /// Answers: <paramref name="value"/> as JSON with <c>--json</c>, otherwise <paramref name="text"/>.
    /// </summary>
    public void Answer(object value, string text) =>
        output.WriteLine(json ? JsonSerializer.Serialize(value, Pretty) : text);

    /// <summary>Tells how it goes, on standard error so that the output stays clean.</summary>
    public void Note(string text)
    {
        if (!json)
        {
            notes.WriteLine(text);
        }
    }
}
