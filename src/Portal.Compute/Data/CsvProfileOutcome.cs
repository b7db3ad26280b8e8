using System.Collections.Immutable;

namespace Portal.Compute.Data;

/// <summary>Either <see cref="Profiled"/> or <see cref="Refused"/>.</summary>
public abstract record CsvProfileOutcome
{
    private CsvProfileOutcome()
    {
    }

    /// <summary>The file can be taken.</summary>
    public sealed record Profiled(TableProfile Profile) : CsvProfileOutcome;

    /// <summary>The file can't be taken.</summary>
    /// <param name="Errors">At least one, in file order.</param>
    public sealed record Refused(ImmutableArray<CsvError> Errors) : CsvProfileOutcome;
}
