using System.Text.Json;

namespace Portal.Web.Features.Inference;

/// <summary>Rows to predict: each names every column of the model; null is a missing value.</summary>
public sealed record PredictRequest(IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Rows);

/// <summary>One prediction a row, in their order.</summary>
public sealed record PredictResponse(IReadOnlyList<Prediction> Predictions);

/// <summary>
/// A class with the probability of it and of all others, or, of a regression, a number.
/// </summary>
public sealed record Prediction(
    string? Label, double? Probability, IReadOnlyDictionary<string, double>? Probabilities, double? Value);
