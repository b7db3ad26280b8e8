namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>Rows of features in compressed form; what is not stored is missing.</summary>
/// <param name="RowStarts">Position of each row's first value, and the total at the end.</param>
/// <param name="Columns">Feature of each value, ascending within a row.</param>
/// <param name="Values">The values.</param>
/// <param name="ColumnCount">Number of features.</param>
internal sealed record SparseMatrix(nuint[] RowStarts, uint[] Columns, float[] Values, int ColumnCount)
{
    public int RowCount => RowStarts.Length - 1;
}
