namespace Portal.Compute.Inference;

/// <summary>Predictions for a batch, in its order.</summary>
/// <param name="RowCount">Rows.</param>
/// <param name="Labels">Most probable class of each row; empty for regression.</param>
/// <param name="Probabilities">All classes of a row together, row by row; empty for regression.</param>
/// <param name="Values">Predicted numbers; empty for classes.</param>
public sealed record InferenceResult(int RowCount, string[] Labels, float[] Probabilities, float[] Values);
