using System.CommandLine;
using System.Text;

namespace Portal.Ctl.Commands;

/// <summary>Lists datasets.</summary>
internal sealed class DatasetListCommand : ICtlCommand
{
    private readonly Option<string?> _filter = new("--filter") { Description = "Only names that hold this text." };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "At most so many, 1 to 200. Default: 50.",
        DefaultValueFactory = _ => 50,
    };

    public string Path => "dataset list";

    public string Summary => "List datasets, the last changed first.";

    public void Describe(Command command)
    {
        command.Options.Add(_filter);
        command.Options.Add(_limit);
    }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        using var client = context.Connect();
        var page = await client.GetAsync(
            $"/api/v1/datasets?limit={context.Parsed.GetValue(_limit)}"
            + $"&filter={Uri.EscapeDataString(context.Parsed.GetValue(_filter) ?? string.Empty)}",
            cancel);
        var text = new StringBuilder();
        foreach (var item in page.GetProperty("items").EnumerateArray())
        {
            text.Append(item.GetProperty("id")).Append("  v").Append(item.GetProperty("latest"))
                .Append("  ").Append(item.GetProperty("rows")).Append(" rows  ").Append(item.GetProperty("name"))
                .Append('\n');
        }

        context.Answer(page, text.Length == 0 ? "There are no datasets." : text.ToString().TrimEnd('\n'));
        return ExitCode.Ok;
    }
}
