using Portal.Compute.Data;

namespace Portal.Compute.Training.Planning;

/// <summary>Which columns of a file a training reads into memory.</summary>
/// <param name="Names">Target included; to be given to the table reader.</param>
/// <param name="NotRead">The others with their reason; to be given to the trainer.</param>
public sealed record ColumnsToRead(IReadOnlyList<string> Names, IReadOnlyList<LeftOutColumn> NotRead)
{
    /// <summary>
    /// Leaves out what a plan leaves out for reasons that no row decides: text and dates by their confirmed type, the
    /// subject key, and what the person did not choose. Identifiers and constants are judged by the trainer, on rows
    /// that are not held out.
    /// </summary>
    public static ColumnsToRead For(TableSchema schema, TrainingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(plan);
        var used = plan.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        bool IsDecided(LeftOutColumn column) =>
            column.Reason is LeftOutReason.SubjectKey or LeftOutReason.ChosenByYou
            || schema.Find(column.Name)?.Type is ColumnType.Text or ColumnType.Date;
        var notRead = plan.LeftOut.Where(column => !used.Contains(column.Name) && IsDecided(column)).ToArray();
        var skipped = notRead.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return new ColumnsToRead(
            [.. schema.Columns.Select(column => column.Name).Where(name => !skipped.Contains(name))], notRead);
    }
}
