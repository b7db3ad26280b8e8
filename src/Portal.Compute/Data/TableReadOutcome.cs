using System.Collections.Immutable;

namespace Portal.Compute.Data;

/// <summary>Either <see cref="Read"/> or <see cref="Refused"/>.</summary>
public abstract record TableReadOutcome
{
    private TableReadOutcome()
    {
    }

    /// <summary>The table.</summary>
    /// <param name="Table">The columns asked for, in that order.</param>
    /// <param name="RowsInFile">More than the table's rows when it was sampled.</param>
    /// <param name="Misfits">
    /// By column: values that do not fit its type and became missing; only columns with any.
    /// </param>
    public sealed record Read(DataTable Table, long RowsInFile, ImmutableDictionary<string, long> Misfits)
        : TableReadOutcome;

    /// <summary>The file could not be read.</summary>
    /// <param name="Errors">At least one, in file order.</param>
    public sealed record Refused(ImmutableArray<CsvError> Errors) : TableReadOutcome;
}
