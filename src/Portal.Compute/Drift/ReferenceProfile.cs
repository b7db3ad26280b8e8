using System.Collections.Immutable;
using Portal.Compute.Data;
using Portal.Compute.Numerics;

namespace Portal.Compute.Drift;

/// <summary>
/// What later data is compared with: the training data's columns and, where the table has one, the model's output.
/// Stored as JSON with a model version.
/// </summary>
/// <param name="Rows">Rows of the table that it was made from.</param>
/// <param name="Columns">In the table's order.</param>
public sealed record ReferenceProfile(long Rows, ImmutableArray<ReferenceColumn> Columns)
{
    /// <summary>Makes the reference of a table; the same for the same rows and seed.</summary>
    public static ReferenceProfile Create(DataTable table, ReferenceOptions? options = null)
    {
        var bounds = options ?? ReferenceOptions.Default;
        return new ReferenceProfile(table.RowCount, [.. table.Columns.Select(c => Keep(c, bounds))]);
    }

    /// <summary>The column of that name, or null.</summary>
    public ReferenceColumn? Find(string name) => Columns.FirstOrDefault(c => c.Name == name);

    private static ReferenceColumn Keep(DataColumn column, ReferenceOptions options) => column switch
    {
        NumericColumn numeric => KeepNumbers(numeric, options),
        CategoryColumn category => KeepCategories(category, options),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ReferenceColumn.Numeric KeepNumbers(NumericColumn column, ReferenceOptions options)
    {
        var sample = new ReservoirSample(options.SampleMax, options.Seed);
        var moments = new RunningMoments();
        foreach (var value in column.Values)
        {
            if (!float.IsNaN(value))
            {
                sample.Add(value);
                moments.Add(value);
            }
        }

        Histogram? histogram = null;
        if (moments.Count > 0)
        {
            var edges = Histogram.EqualWidthEdges(
                moments.Minimum, moments.Maximum, column.Type == ColumnType.Integer);
            var present = column.Values.Where(v => !float.IsNaN(v)).Select(v => (double)v).ToArray();
            histogram = Histogram.OfSample(edges, present, present.Length);
        }

        return new ReferenceColumn.Numeric(
            column.Name,
            column.Type,
            column.RowCount,
            column.RowCount - moments.Count,
            [.. sample.Sorted().Select(v => (float)v)],
            histogram);
    }

    private static ReferenceColumn.Categories KeepCategories(CategoryColumn column, ReferenceOptions options)
    {
        var all = CategoryTally.Of(column);
        var kept = all.Take(options.CategoriesMax).ToImmutableArray();
        var missing = column.MissingCount;
        return new ReferenceColumn.Categories(
            column.Name,
            column.Type,
            column.RowCount,
            missing,
            kept,
            column.RowCount - missing - kept.Sum(c => c.Count));
    }
}
