namespace Portal.Compute.Inference;

/// <summary>Rows for a model, column by column in the order of its signature.</summary>
/// <param name="RowCount">Rows, the same in every column.</param>
/// <param name="Columns">One a signature input.</param>
public sealed record InferenceBatch(int RowCount, IReadOnlyList<InferenceColumn> Columns);
