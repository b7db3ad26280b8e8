using System.Text.Json.Serialization;

namespace Portal.Compute.Inference;

/// <summary>What a model takes and gives; the inputs stand in the order of the graph's inputs.</summary>
/// <param name="Problem">What is predicted.</param>
/// <param name="Target">Name of the column that is predicted.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Classes">Classes in the order of the probabilities; empty for regression.</param>
/// <param name="PositiveClass">The class a binary model is about; it is the second one. Null otherwise.</param>
public sealed record ModelSignature(
    ProblemKind Problem,
    string Target,
    IReadOnlyList<SignatureInput> Inputs,
    IReadOnlyList<string> Classes,
    string? PositiveClass)
{
    /// <summary>Output with the name of the most probable class.</summary>
    public const string LabelOutput = "label";

    /// <summary>Output with the probability of each class.</summary>
    public const string ProbabilitiesOutput = "probabilities";

    /// <summary>Output of a regression.</summary>
    public const string PredictionOutput = "prediction";

    /// <summary>The outputs in the order of the graph's outputs.</summary>
    [JsonIgnore]
    public IReadOnlyList<SignatureOutput> Outputs => Problem is ProblemKind.Regression
        ? [new SignatureOutput(PredictionOutput, IsText: false, 1)]
        : [
            new SignatureOutput(LabelOutput, IsText: true, 1),
            new SignatureOutput(ProbabilitiesOutput, IsText: false, Classes.Count),
        ];
}
