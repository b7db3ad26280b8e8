namespace Portal.Compute.Training;

/// <summary>
/// That the graph, run by ONNX Runtime on raw columns, predicts what the engine predicts on encoded ones.
/// </summary>
/// <param name="Rows">Hold-out rows compared, all of them.</param>
/// <param name="MaxDifference">
/// Largest difference of a probability; for regression relative to the prediction's size or the target's standard
/// deviation, whichever is larger.
/// </param>
/// <param name="Tolerance">What was allowed.</param>
public sealed record EqualityProof(int Rows, double MaxDifference, double Tolerance);
