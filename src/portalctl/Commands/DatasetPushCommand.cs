using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;

namespace Portal.Ctl.Commands;

/// <summary>Uploads a CSV file as a new dataset, or as a new version of one.</summary>
internal sealed class DatasetPushCommand : ICtlCommand
{
    private readonly Argument<FileInfo> _file = new("file") { Description = "A CSV file in UTF-8." };

    private readonly Option<string?> _name = new("--name")
    {
        Description = "The dataset's name. Default: the file's.",
    };

    private readonly Option<string?> _dataset = new("--dataset")
    {
        Description = "Add a version to this dataset (dst_…) in the place of making a new one.",
    };

    private readonly Option<string?> _subject = new("--subject-key")
    {
        Description = "The column that names who or what a row is about.",
    };

    private readonly Option<string[]> _types = new("--type")
    {
        Description =
            "A column's type, as COLUMN=TYPE: integer, number, boolean, category, text, date. May be repeated.",
    };

    public string Path => "dataset push";

    public string Summary => "Upload a CSV file.";

    public void Describe(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_name);
        command.Options.Add(_dataset);
        command.Options.Add(_subject);
        command.Options.Add(_types);
    }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var file = context.Parsed.GetRequiredValue(_file);
        if (!file.Exists)
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no file {file}.");
        }

        using var client = context.Connect();
        await using var stream = file.OpenRead();
        using var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        context.Note($"Sending {file.Name} ({file.Length.ToString("N0", CultureInfo.InvariantCulture)} bytes)…");
        var added = await client.SendAsync(HttpMethod.Post, AddressOf(context.Parsed, file), content, cancel);
        var version = added.GetProperty("version");
        context.Answer(
            added,
            $"{added.GetProperty("id")}  {added.GetProperty("name")}  version {version.GetProperty("number")}"
            + (added.GetProperty("isNew").GetBoolean() ? string.Empty : " (was there already)")
            + $"\n{version.GetProperty("rows")} rows, {version.GetProperty("columns").GetArrayLength()} columns, "
            + $"SHA-256 {version.GetProperty("sha256")}");
        return ExitCode.Ok;
    }

    private string AddressOf(ParseResult parsed, FileInfo file)
    {
        var dataset = parsed.GetValue(_dataset);
        var query = new List<string>();
        if (dataset is null)
        {
            var name = parsed.GetValue(_name) ?? System.IO.Path.GetFileNameWithoutExtension(file.Name);
            query.Add($"name={Uri.EscapeDataString(name)}");
        }

        if (parsed.GetValue(_subject) is { Length: > 0 } subject)
        {
            query.Add($"subjectKey={Uri.EscapeDataString(subject)}");
        }

        query.AddRange((parsed.GetValue(_types) ?? []).Select(t => $"type={Uri.EscapeDataString(t)}"));
        var place = dataset is null
            ? "/api/v1/datasets"
            : $"/api/v1/datasets/{Uri.EscapeDataString(dataset)}/versions";
        return query.Count == 0 ? place : $"{place}?{string.Join('&', query)}";
    }
}
