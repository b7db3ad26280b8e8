namespace Portal.Compute.Training.Encoding;

/// <summary>
/// Smoothed target means of categories: (sum + weight × prior) / (rows + weight), after Micci-Barreca 2001 with a
/// constant weight.
/// </summary>
/// <param name="Levels">Categories with a mean of their own, in ordinal order.</param>
/// <param name="Values">Their means.</param>
/// <param name="Default">The mean of everything; stands for rare and unseen categories.</param>
internal sealed record LevelMeans(IReadOnlyList<string> Levels, IReadOnlyList<float> Values, float Default)
{
    /// <summary>Rows' worth of the prior.</summary>
    public const double Weight = 20;

    /// <summary>Rows a category needs to have a mean of its own.</summary>
    public const int RowsMin = 5;

    public static float Smooth(double sum, double rows, double prior) =>
        (float)((sum + (Weight * prior)) / (rows + Weight));
}
