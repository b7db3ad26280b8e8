using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Portal.Ctl.Commands;

/// <summary>A training run in words.</summary>
internal static class RunReport
{
    /// <summary>What came of it.</summary>
    public static ExitCode CodeOf(JsonElement run) =>
        StatusOf(run) is "failed" or "cancelled" ? ExitCode.Failed : ExitCode.Ok;

    /// <summary>Whether nothing more can happen.</summary>
    public static bool HasEnded(JsonElement run) => StatusOf(run) is "finished" or "failed" or "cancelled";

    /// <summary>A run with its model and figures, or why there is none.</summary>
    public static string TextOf(JsonElement run)
    {
        var text = new StringBuilder($"{run.GetProperty("id")}  {StatusOf(run)}");
        if (StatusOf(run) == "finished")
        {
            text.Append('\n').Append(run.GetProperty("model")).Append("  version ").Append(run.GetProperty("version"));
            Figures(text, run.GetProperty("metrics"), run.TryGetProperty("baseline", out var b) ? b : default);
        }

        if (run.TryGetProperty("error", out var error))
        {
            text.Append('\n').Append(error.GetProperty("message"))
                .Append(" (").Append(error.GetProperty("code")).Append(')');
        }

        return text.ToString();
    }

    /// <summary>A line of progress; null for what is not worth one.</summary>
    public static string? ProgressOf(string kind, JsonElement said) => kind switch
    {
        "log" => said.GetProperty("line").GetString(),
        "round" => string.Create(
            CultureInfo.InvariantCulture,
            $"round {said.GetProperty("round")} of at most {said.GetProperty("roundsMax")}: "
            + $"train {Figure(said, "train")}, validation {Figure(said, "validation")}"),
        "state" => $"{StatusOf(said)} (attempt {said.GetProperty("attempt")})",
        _ => null,
    };

    /// <summary>Figures by name, each beside the baseline's where there is one.</summary>
    public static void Figures(StringBuilder text, JsonElement metrics, JsonElement baseline)
    {
        foreach (var metric in metrics.EnumerateObject())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {metric.Name,-20} {metric.Value.GetDouble():0.####}");
            if (baseline.ValueKind is JsonValueKind.Object && baseline.TryGetProperty(metric.Name, out var simple))
            {
                text.Append(CultureInfo.InvariantCulture, $"  (simple baseline {simple.GetDouble():0.####})");
            }
        }
    }

    private static string? StatusOf(JsonElement run) => run.GetProperty("status").GetString();

    private static string Figure(JsonElement said, string name) =>
        said.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number
            ? value.GetDouble().ToString("0.#####", CultureInfo.InvariantCulture)
            : "–";
}
