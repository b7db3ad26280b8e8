namespace Portal.Compute.Training;

/// <summary>A training ended without a model that may be used.</summary>
/// <param name="code">Stable code, such as <see cref="NotEqual"/>.</param>
/// <param name="message">The same in plain English.</param>
public sealed class TrainingFailedException(string code, string message) : Exception(message)
{
    /// <summary>The graph does not predict what the engine predicts.</summary>
    public const string NotEqual = "graph-not-equal";

    /// <summary>The target cannot be learned, because all training rows have the same.</summary>
    public const string NothingToLearn = "nothing-to-learn";

    public string Code { get; } = code;
}
