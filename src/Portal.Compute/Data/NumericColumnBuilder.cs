namespace Portal.Compute.Data;

internal sealed class NumericColumnBuilder(ColumnSchema column) : ColumnBuilder(column.Name)
{
    private readonly int _dateFormat = column.DateFormat is null ? -1 : DateText.Formats.IndexOf(column.DateFormat);
    private float[] _values = new float[1024];

    public override void Set(int slot, ReadOnlySpan<byte> field)
    {
        if (slot == _values.Length)
        {
            Array.Resize(ref _values, slot * 2);
        }

        // A number beyond the range of a float is as unusable as a word.
        var fits = CsvValue.TryNumber(field, column.Type, _dateFormat, out var value) && float.IsFinite((float)value);
        _values[slot] = fits ? (float)value : float.NaN;
        Misfits += fits || MissingTokens.IsMissing(field) ? 0 : 1;
    }

    public override DataColumn Build(int rows)
    {
        Array.Resize(ref _values, rows);
        return new NumericColumn(Name, _values, column.Type);
    }
}
