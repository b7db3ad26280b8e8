namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>Rows as XGBoost holds them.</summary>
internal sealed unsafe class XgBoostMatrix : IDisposable
{
    private nint _handle;

    /// <param name="features">The rows.</param>
    /// <param name="labels">One a row, or none for prediction.</param>
    public XgBoostMatrix(SparseMatrix features, ReadOnlySpan<float> labels = default)
    {
        fixed (nuint* starts = features.RowStarts)
        fixed (uint* columns = features.Columns)
        fixed (float* values = features.Values)
        {
            XgBoostNative.Check(XgBoostNative.XGDMatrixCreateFromCSREx(
                starts, columns, values, (nuint)features.RowStarts.Length, features.RowStarts[^1],
                (nuint)features.ColumnCount, out _handle));
        }

        RowCount = features.RowCount;
        if (!labels.IsEmpty)
        {
            fixed (float* from = labels)
            {
                XgBoostNative.Check(
                    XgBoostNative.XGDMatrixSetFloatInfo(_handle, "label", from, (ulong)labels.Length));
            }
        }
    }

    ~XgBoostMatrix() => Free();

    public int RowCount { get; }

    internal nint Handle => _handle;

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_handle != 0)
        {
            _ = XgBoostNative.XGDMatrixFree(_handle);
            _handle = 0;
        }
    }
}
