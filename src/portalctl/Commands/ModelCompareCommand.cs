using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Portal.Ctl.Client;

namespace Portal.Ctl.Commands;

/// <summary>Puts two versions of a model side by side.</summary>
internal sealed class ModelCompareCommand : ICtlCommand
{
    private readonly Argument<string> _model = new("model") { Description = "The model's id (mdl_…) or name." };
    private readonly Argument<int> _first = new("first") { Description = "A version." };
    private readonly Argument<int> _second = new("second") { Description = "Another version." };

    public string Path => "model compare";

    public string Summary => "Compare two versions of a model.";

    public void Describe(Command command)
    {
        command.Arguments.Add(_model);
        command.Arguments.Add(_first);
        command.Arguments.Add(_second);
    }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel)
    {
        using var client = context.Connect();
        var (first, second) = (context.Parsed.GetValue(_first), context.Parsed.GetValue(_second));
        var id = await NamedThing.ModelAsync(client, context.Parsed.GetRequiredValue(_model), cancel);
        var compared = await client.GetAsync(
            $"/api/v1/models/{Uri.EscapeDataString(id)}:compare?versions={first},{second}", cancel);
        var text = new StringBuilder(compared.GetProperty("sameData").GetBoolean()
            ? "Both were trained on the same data."
            : "They were trained on different data.");
        foreach (var metric in compared.GetProperty("metrics").EnumerateArray())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n  {metric.GetProperty("name"),-20} {Figure(metric, "first"),10} {Figure(metric, "second"),10}");
            text.Append(metric.GetProperty("better").GetInt32() switch
            {
                1 => $"  version {first} is better",
                2 => $"  version {second} is better",
                _ => string.Empty,
            });
        }

        foreach (var parameter in compared.GetProperty("parameters").EnumerateArray()
            .Where(p => p.GetProperty("differs").GetBoolean()))
        {
            text.Append("\n  ").Append(parameter.GetProperty("name")).Append(": ")
                .Append(Word(parameter, "first")).Append(" | ").Append(Word(parameter, "second"));
        }

        context.Answer(compared, text.ToString());
        return ExitCode.Ok;
    }

    private static string Figure(JsonElement metric, string name) =>
        metric.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number
            ? value.GetDouble().ToString("0.####", CultureInfo.InvariantCulture)
            : "–";

    private static string Word(JsonElement parameter, string name) =>
        parameter.TryGetProperty(name, out var value) ? value.ToString() : "–";
}
