namespace Portal.Compute.Data;

/// <summary>How many values do not read as something, and the first of them.</summary>
internal struct ColumnMisfit
{
    public long Count;
    public long FirstRow;
    public string? Example;

    public void Add(ReadOnlySpan<byte> value, long row)
    {
        if (Count++ == 0)
        {
            (FirstRow, Example) = (row, ShortText.ForMessage(value));
        }
    }
}
