using System.CommandLine;
using System.Text;

namespace Portal.Ctl.Commands;

/// <summary>Lists models.</summary>
internal sealed class ModelListCommand : ICtlCommand
{
    private readonly Option<string?> _filter = new("--filter") { Description = "Only names that hold this text." };

    public string Path => "model list";

    public string Summary => "List models, newest first.";

    public void Describe(Command command) => command.Options.Add(_filter);

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        using var client = context.Connect();
        var page = await client.GetAsync(
            $"/api/v1/models?filter={Uri.EscapeDataString(context.Parsed.GetValue(_filter) ?? string.Empty)}", cancel);
        var text = new StringBuilder();
        foreach (var item in page.GetProperty("items").EnumerateArray())
        {
            text.Append(item.GetProperty("id")).Append("  v").Append(item.GetProperty("latestVersion"))
                .Append("  predicts ").Append(item.GetProperty("target")).Append("  ").Append(item.GetProperty("name"))
                .Append('\n');
        }

        context.Answer(page, text.Length == 0 ? "There are no models." : text.ToString().TrimEnd('\n'));
        return ExitCode.Ok;
    }
}
