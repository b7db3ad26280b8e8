namespace Portal.Compute.Training.Splits;

/// <summary>Rows of a table by what they are used for; each ascending, none twice.</summary>
/// <param name="Train">Trees are grown on these.</param>
/// <param name="Validation">These decide when training stops.</param>
/// <param name="HoldOut">Only the final figures come from these.</param>
internal sealed record RowSplit(int[] Train, int[] Validation, int[] HoldOut)
{
    /// <summary>Everything but the hold-out rows.</summary>
    public int[] Development => [.. Train.Concat(Validation).Order()];

    /// <param name="rows">Rows with a target.</param>
    /// <param name="labels">Target of every row of the table.</param>
    /// <param name="isClass">Whether the labels are classes.</param>
    /// <param name="seed">Decides the split.</param>
    /// <param name="options">The shares.</param>
    public static RowSplit Of(int[] rows, float[] labels, bool isClass, long seed, TrainingOptions options)
    {
        var (holdOut, development) = StratifiedSplitter.Split(
            rows, Strata(rows, labels, isClass), options.HoldOutShare, seed);
        var (validation, train) = StratifiedSplitter.Split(
            development, Strata(development, labels, isClass), options.ValidationShare, ~seed);
        return new RowSplit(train, validation, holdOut);
    }

    private static int[] Strata(int[] rows, float[] labels, bool isClass)
    {
        var own = Array.ConvertAll(rows, row => labels[row]);
        return isClass ? Array.ConvertAll(own, label => (int)label) : StratifiedSplitter.ByQuantile(own);
    }
}
