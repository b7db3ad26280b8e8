using System.Text;

namespace Portal.Compute.Data;

internal sealed class CategoryColumnBuilder : ColumnBuilder
{
    private readonly ColumnSchema _column;
    private readonly int _levelsMax;

    // Keyed by the runtime's randomised string hash: a file can't be made to collide.
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _levels = [];
    private readonly int[] _truth = [-1, -1];
    private int[] _codes = new int[1024];
    private char[] _chars = new char[256];

    public CategoryColumnBuilder(ColumnSchema column, int levelsMax)
        : base(column.Name)
    {
        (_column, _levelsMax) = (column, levelsMax);
        _lookup = _index.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public override void Set(int slot, ReadOnlySpan<byte> field)
    {
        if (slot == _codes.Length)
        {
            Array.Resize(ref _codes, slot * 2);
        }

        _codes[slot] = MissingTokens.IsMissing(field) ? CategoryColumn.Missing
            : _column.Type == ColumnType.Boolean ? BooleanCode(field)
            : Code(field);
    }

    public override DataColumn Build(int rows)
    {
        Array.Resize(ref _codes, rows);
        var isUsed = new bool[_levels.Count];
        foreach (var code in _codes)
        {
            if (code >= 0)
            {
                isUsed[code] = true;
            }
        }

        // Ordinal order, so that codes do not depend on the order of rows.
        var order = Enumerable.Range(0, _levels.Count).Where(i => isUsed[i]);
        var sorted = _column.Type == ColumnType.Boolean
            ? order.OrderBy(i => i == _truth[1]).ToArray()
            : order.OrderBy(i => _levels[i], StringComparer.Ordinal).ToArray();
        var rank = new int[_levels.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            rank[sorted[i]] = i;
        }

        for (var i = 0; i < rows; i++)
        {
            _codes[i] = _codes[i] < 0 ? CategoryColumn.Missing : rank[_codes[i]];
        }

        return new CategoryColumn(Name, [.. sorted.Select(i => _levels[i])], _codes, _column.Type);
    }

    /// <summary>One level for each truth value, spelled as it was first.</summary>
    private int BooleanCode(ReadOnlySpan<byte> field)
    {
        if (BooleanWords.Classify(field, out var isTrue) == BooleanWords.Pair.None)
        {
            Misfits++;
            return CategoryColumn.Missing;
        }

        ref var code = ref _truth[isTrue ? 1 : 0];
        if (code < 0)
        {
            code = Code(field);
        }

        return code;
    }

    private int Code(ReadOnlySpan<byte> field)
    {
        if (field.Length > _chars.Length)
        {
            _chars = new char[field.Length];
        }

        var text = _chars.AsSpan(0, Encoding.UTF8.GetChars(field, _chars));
        if (_lookup.TryGetValue(text, out var code))
        {
            return code;
        }

        if (_levels.Count == _levelsMax)
        {
            IsOverfull = true;
            return CategoryColumn.Missing;
        }

        var level = text.ToString();
        _levels.Add(level);
        _index.Add(level, _levels.Count - 1);
        return _levels.Count - 1;
    }
}
