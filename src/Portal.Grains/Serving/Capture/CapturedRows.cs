using Portal.Compute.Data;
using Portal.Grains.Keys;

namespace Portal.Grains.Serving.Capture;

/// <summary>
/// Rows that were asked, with what was answered: the model's inputs by name, then <see cref="Prediction"/> (the
/// label, or the number of a regression) and, for classes, <see cref="Score"/> (the probability of the positive
/// class, of the label where there are more than two).
/// </summary>
/// <param name="Model">Whose rows they are.</param>
/// <param name="Version">Its version; rows of other versions in the same time are not among them.</param>
/// <param name="Table">The rows, newest segments first.</param>
/// <param name="RowsInAll">Rows of this version that were kept in that time, of which the table holds the
/// newest.</param>
internal sealed record CapturedRows(ModelId Model, int Version, DataTable Table, long RowsInAll)
{
    /// <summary>Column of the answer.</summary>
    public const string Prediction = "$prediction";

    /// <summary>Column of the probability.</summary>
    public const string Score = "$score";
}
