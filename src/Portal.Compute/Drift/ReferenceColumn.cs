using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Portal.Compute.Data;
using Portal.Compute.Numerics;

namespace Portal.Compute.Drift;

/// <summary>What a reference keeps of one column.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type.</param>
/// <param name="Count">Rows, missing ones included.</param>
/// <param name="Missing">Rows without a value.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Numeric), "numeric")]
[JsonDerivedType(typeof(Categories), "categories")]
public abstract record ReferenceColumn(string Name, ColumnType Type, long Count, long Missing)
{
    /// <summary>A column of numbers.</summary>
    /// <param name="Name">The column.</param>
    /// <param name="Type">Its type.</param>
    /// <param name="Count">Rows, missing ones included.</param>
    /// <param name="Missing">Rows without a value.</param>
    /// <param name="Sample">Values in ascending order: all, or a uniform sample.</param>
    /// <param name="Histogram">Of all values, exact; null when there is none.</param>
    public sealed record Numeric(
        string Name,
        ColumnType Type,
        long Count,
        long Missing,
        ImmutableArray<float> Sample,
        Histogram? Histogram) : ReferenceColumn(Name, Type, Count, Missing);

    /// <summary>A column of strings.</summary>
    /// <param name="Name">The column.</param>
    /// <param name="Type">Its type.</param>
    /// <param name="Count">Rows, missing ones included.</param>
    /// <param name="Missing">Rows without a value.</param>
    /// <param name="Counts">The most frequent first, ties in ordinal order.</param>
    /// <param name="OtherCount">Rows whose category is not among them.</param>
    public sealed record Categories(
        string Name,
        ColumnType Type,
        long Count,
        long Missing,
        ImmutableArray<CategoryCount> Counts,
        long OtherCount) : ReferenceColumn(Name, Type, Count, Missing);
}
