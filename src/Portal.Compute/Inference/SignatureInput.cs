namespace Portal.Compute.Inference;

/// <summary>One input of a model, named as the column it was trained on.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">Number or category.</param>
/// <param name="Levels">Categories seen in training, the most frequent first, at most 200; empty for numbers.</param>
/// <param name="LevelsComplete">False when there are more categories than are listed.</param>
public sealed record SignatureInput(
    string Name, InputKind Kind, IReadOnlyList<string> Levels, bool LevelsComplete = true)
{
    /// <summary>Most categories that are listed.</summary>
    public const int LevelsMax = 200;
}
