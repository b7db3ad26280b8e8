namespace Portal.Compute.Drift;

/// <summary>Why a column has no other verdict than <see cref="DriftVerdict.NotEnoughData"/>.</summary>
public static class DriftReasons
{
    /// <summary>A side has fewer values than <see cref="DriftOptions.ValuesMin"/>.</summary>
    public const string TooFewValues = "too-few-values";

    /// <summary>The effect would matter, but chance explains it as well.</summary>
    public const string NotSignificant = "not-significant";

    /// <summary>The current data does not have the column.</summary>
    public const string ColumnAbsent = "column-absent";

    /// <summary>The column holds numbers on one side and strings on the other.</summary>
    public const string TypeDiffers = "type-differs";
}
