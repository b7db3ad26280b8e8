using System.Text.Json;
using Portal.Compute.Data;
using Portal.Compute.Drift;
using Portal.Grains.Serving.Capture;
using Portal.Grains.Training;

namespace Portal.Grains.Monitoring;

/// <summary>From what was captured to what is compared, and from Compute's report to what pages show.</summary>
internal static class DriftMapping
{
    /// <summary>The model's own answer among the reference's columns.</summary>
    public const string Output = ReferenceOutput.Column;

    /// <summary>
    /// The captured rows with the answer under the reference's name: the probability where the reference has numbers
    /// and the model gives classes, else the answer itself.
    /// </summary>
    public static DataTable Comparable(DataTable captured, ReferenceProfile reference)
    {
        var output = reference.Find(Output) switch
        {
            ReferenceColumn.Numeric => Rename(captured.Find(CapturedRows.Prediction) as NumericColumn
                ?? captured.Find(CapturedRows.Score)),
            ReferenceColumn.Categories => Rename(captured.Find(CapturedRows.Prediction)),
            _ => null,
        };
        return output is null ? captured : new DataTable([.. captured.Columns, output]);
    }

    /// <summary>The columns, the worst first, and within a verdict those that moved most.</summary>
    public static IEnumerable<DriftColumn> Columns(DriftReport report) => report.Columns
        .OrderByDescending(c => c.Verdict)
        .ThenByDescending(c => c.Psi ?? 0)
        .Select(Column);

    /// <summary>A verdict's stable name.</summary>
    public static string NameOf(DriftVerdict verdict) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.ToString());

    private static DataColumn? Rename(DataColumn? column) => column is null ? null : column with { Name = Output };

    private static DriftColumn Column(ColumnDrift c) => new(
        c.Name, c.Name == Output, NameOf(c.Verdict), c.Reason, c.Test, c.Statistic, c.PValue, c.AdjustedPValue, c.Psi,
        c.JensenShannon, c.SignificanceLevel, c.PsiModerate, c.PsiLarge, c.ReferenceValues, c.CurrentValues,
        c.Missing.Reference, c.Missing.Current, NameOf(c.Missing.Verdict),
        [.. c.NewCategories.Select(n => new DriftCategory(n.Value, n.Count))], c.NewCategoryShare,
        c.Overlay is { } o ? new DriftOverlay(o.Edges, o.Labels, o.Reference, o.Current) : null);
}
