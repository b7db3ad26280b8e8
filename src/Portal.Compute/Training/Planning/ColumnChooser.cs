using Portal.Compute.Data;
using Portal.Compute.Inference;

namespace Portal.Compute.Training.Planning;

/// <summary>Decides which columns are learned from.</summary>
internal sealed class ColumnChooser(TrainingRequest request)
{
    private const double UniqueShare = 0.95;
    private const double TextShare = 0.5;

    public (List<PlannedColumn> Used, List<LeftOutColumn> LeftOut) Choose(TableFacts facts)
    {
        List<PlannedColumn> used = [];
        List<LeftOutColumn> leftOut = [];
        var chosen = request.Columns?.ToHashSet(StringComparer.Ordinal);
        foreach (var column in facts.Columns.Where(column => column.Name != request.Target))
        {
            if (Reason(column, chosen) is { } reason)
            {
                leftOut.Add(new LeftOutColumn(column.Name, reason));
            }
            else
            {
                used.Add(new PlannedColumn(column.Name, KindOf(column.Type)));
            }
        }

        return (used, leftOut);
    }

    private string? Reason(ColumnFacts column, HashSet<string>? chosen)
    {
        if (column.Name == request.SubjectKey)
        {
            return LeftOutReason.SubjectKey;
        }

        if (chosen?.Contains(column.Name) == false)
        {
            return LeftOutReason.ChosenByYou;
        }

        // A column that is sometimes missing says something even when it has one value.
        if (column.DistinctCount == 0 || (column.DistinctCount == 1 && column.MissingCount == 0))
        {
            return LeftOutReason.Constant;
        }

        // Who names a column means it.
        return chosen is null ? ByContent(column) : null;
    }

    private static string? ByContent(ColumnFacts column)
    {
        var share = (double)column.DistinctCount / column.PresentCount;
        switch (column.Type)
        {
            case ColumnType.Date:
                return LeftOutReason.Date;
            case ColumnType.Number or ColumnType.Boolean:
                return null;
            case ColumnType.Integer:
                return share == 1 && (Counts(column) || IsNamedAsId(column.Name)) ? LeftOutReason.LooksLikeId : null;
            case ColumnType.Category or ColumnType.Text:
                break;
            default:
                throw new NotSupportedException(column.Type.ToString());
        }

        if (share >= UniqueShare)
        {
            return LeftOutReason.LooksLikeId;
        }

        return column.Type is ColumnType.Text || share > TextShare ? LeftOutReason.Text : null;
    }

    /// <summary>Whether the distinct whole numbers lie as densely as a counter's.</summary>
    private static bool Counts(ColumnFacts column) => column.Max - column.Min < 2.0 * column.PresentCount;

    private static bool IsNamedAsId(string name) =>
        name.EndsWith("ID", StringComparison.Ordinal)
        || name.EndsWith("Id", StringComparison.Ordinal)
        || name.EndsWith("_id", StringComparison.OrdinalIgnoreCase)
        || name.Equals("id", StringComparison.OrdinalIgnoreCase);

    private static InputKind KindOf(ColumnType type) =>
        type is ColumnType.Integer or ColumnType.Number or ColumnType.Date ? InputKind.Number : InputKind.Category;
}
