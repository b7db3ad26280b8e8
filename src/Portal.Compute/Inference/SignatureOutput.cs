namespace Portal.Compute.Inference;

/// <summary>One output of a model.</summary>
/// <param name="Name"><c>label</c>, <c>probabilities</c> or <c>prediction</c>.</param>
/// <param name="IsText">True for strings, false for single-precision numbers.</param>
/// <param name="Width">Values a row.</param>
public sealed record SignatureOutput(string Name, bool IsText, int Width);
