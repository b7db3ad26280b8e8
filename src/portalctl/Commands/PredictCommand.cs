using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Ctl.Client;

namespace Portal.Ctl.Commands;

/// <summary>Asks an endpoint for predictions of rows from a file or from the command line.</summary>
internal sealed class PredictCommand : ICtlCommand
{
    private readonly Argument<string> _endpoint = new("endpoint") { Description = "The endpoint's name." };

    private readonly Option<FileInfo?> _rows = new("--rows")
    {
        Description = "A JSON file: a list of rows, or {\"rows\":[…]}.",
    };

    private readonly Option<string[]> _row = new("--row")
    {
        Description = "One row: column=value …; an empty value is a missing one.",
        AllowMultipleArgumentsPerToken = true,
    };

    public string Path => "predict";

    public string Summary => "Ask an endpoint for predictions.";

    public void Describe(Command command)
    {
        command.Arguments.Add(_endpoint);
        command.Options.Add(_rows);
        command.Options.Add(_row);
    }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var endpoint = Uri.EscapeDataString(context.Parsed.GetRequiredValue(_endpoint));
        using var client = context.Connect();
        var body = (context.Parsed.GetValue(_rows), context.Parsed.GetValue(_row)) switch
        {
            ({ } file, null or []) => await ReadAsync(file, cancel),
            (null, { Length: > 0 } pairs) => RowOf(pairs, await TextColumnsAsync(client, endpoint, cancel)),
            _ => throw new CommandFailedException(
                ExitCode.Usage, "Give either --rows file.json or --row column=value …"),
        };
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        var answer = await client.SendAsync(HttpMethod.Post, $"/api/v1/endpoints/{endpoint}:predict", content, cancel);
        var lines = answer.GetProperty("predictions").EnumerateArray().Select((p, i) => $"{i + 1}. {TextOf(p)}");
        context.Answer(answer, string.Join(Environment.NewLine, lines));
        return ExitCode.Ok;
    }

    private static async Task<JsonNode> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        try
        {
            var text = await File.ReadAllTextAsync(file.FullName, cancel);
            var read = JsonNode.Parse(text);
            return read is JsonArray rows ? new JsonObject { ["rows"] = rows } : read ?? new JsonObject();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CommandFailedException(ExitCode.Usage, $"{file.Name} can't be read: {e.Message}");
        }
    }

    // "01" is a number or a category by the model's inputs, not by its looks.
    private static async Task<HashSet<string>> TextColumnsAsync(
        PortalClient client, string endpoint, CancellationToken cancel)
    {
        var model = await client.GetAsync($"/v2/models/{endpoint}", cancel);
        return [.. model.GetProperty("inputs").EnumerateArray()
            .Where(i => i.GetProperty("datatype").GetString() == "BYTES")
            .Select(i => i.GetProperty("name").GetString()!)]; // Every input of the protocol has a name.
    }

    private static JsonObject RowOf(IEnumerable<string> pairs, HashSet<string> texts)
    {
        var row = new JsonObject();
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                throw new CommandFailedException(ExitCode.Usage, $"'{pair}' is not column=value.");
            }

            var (column, value) = (pair[..at], pair[(at + 1)..]);
            row[column] = value.Length == 0 ? null
                : !texts.Contains(column)
                    && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && double.IsFinite(number)
                    ? JsonValue.Create(number)
                    : JsonValue.Create(value);
        }

        return new JsonObject { ["rows"] = new JsonArray(row) };
    }

    private static string TextOf(JsonElement prediction) => prediction.TryGetProperty("value", out var value)
        ? value.GetDouble().ToString("G6", CultureInfo.InvariantCulture)
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{prediction.GetProperty("label")} ({prediction.GetProperty("probability").GetDouble():P1})");
}
