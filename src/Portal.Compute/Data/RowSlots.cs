using Portal.Compute.Numerics;

namespace Portal.Compute.Data;

/// <summary>Gives each row of a file a slot in the table: in order, then by reservoir sampling or not at all.</summary>
/// <remarks>Vitter, ACM TOMS 11 (1985) 37, algorithm R: each row is kept with the same probability.</remarks>
internal sealed class RowSlots(TableReadOptions options)
{
    private SplitMix64 _random = new(options.Seed);
    private long[]? _rows;
    private long _seen;

    public int Count => (int)Math.Min(_seen, options.RowsMax);

    /// <summary>True when there is a row too many and sampling is off.</summary>
    public bool IsRefused { get; private set; }

    public bool TryTake(out int slot)
    {
        var row = _seen++;
        slot = (int)row;
        if (row < options.RowsMax)
        {
            return true;
        }

        if (!options.SampleWhenLarger)
        {
            IsRefused = true;
            return false;
        }

        _rows ??= [.. Enumerable.Range(0, options.RowsMax).Select(i => (long)i)];
        var drawn = _random.NextBelow(row + 1);
        if (drawn >= options.RowsMax)
        {
            return false;
        }

        slot = (int)drawn;
        _rows[slot] = row;
        return true;
    }

    /// <summary>The slots in the order in which their rows stand in the file, or null when they are already.</summary>
    public int[]? FileOrder()
    {
        if (_rows is null)
        {
            return null;
        }

        var order = Enumerable.Range(0, _rows.Length).ToArray();
        Array.Sort((long[])_rows.Clone(), order);
        return order;
    }
}
