using System.Collections.Immutable;

namespace Portal.Compute.Drift;

/// <summary>A comparison of current data with a reference.</summary>
/// <param name="ReferenceRows">Rows behind the reference.</param>
/// <param name="CurrentRows">Rows compared with it.</param>
/// <param name="Columns">One a column of the reference, in its order.</param>
public sealed record DriftReport(long ReferenceRows, long CurrentRows, ImmutableArray<ColumnDrift> Columns)
{
    /// <summary>How many columns have a verdict.</summary>
    public int Count(DriftVerdict verdict) => Columns.Count(c => c.Verdict == verdict);

    /// <summary>The column of that name, or null.</summary>
    public ColumnDrift? Find(string name) => Columns.FirstOrDefault(c => c.Name == name);
}
