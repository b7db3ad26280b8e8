namespace Portal.Compute.Data;

/// <summary>Takes in the values of one column, under every type they may have, until the type is known.</summary>
internal sealed class ColumnAccumulator(string name, ColumnType? forced, ProfileBudget budget, ulong seed)
{
    private readonly ColumnMisfit[]? _dateMisfits = forced == ColumnType.Date
        ? new ColumnMisfit[DateText.Formats.Length]
        : null;

    private ColumnMisfit _misfit;
    private double _previous = double.NaN;

    public string Name => name;

    public ColumnType? Forced => forced;

    public long Count { get; private set; }

    public long Missing { get; private set; }

    public DistinctCounter Values { get; } = new(budget.DistinctMax);

    public NumericSketch Numbers { get; } = new(budget.SampleMax, seed);

    /// <summary>Numbers that are not whole as written.</summary>
    public long Fractions { get; private set; }

    public bool IsRising { get; private set; } = true;

    public bool IsFalling { get; private set; } = true;

    public BooleanWords.Pair BooleanPairs { get; private set; }

    public long BooleanCount { get; private set; }

    /// <summary>One a format of <see cref="DateText.Formats"/>; null until a value fits.</summary>
    public NumericSketch?[] Dates { get; } = new NumericSketch?[DateText.Formats.Length];

    /// <summary>Values that are no numbers; with a forced type, values that do not fit it.</summary>
    public ColumnMisfit Misfit => _misfit;

    public ColumnMisfit DateMisfit(int format) => _dateMisfits![format];

    public void Add(ReadOnlySpan<byte> value, long row)
    {
        Count++;
        if (MissingTokens.IsMissing(value))
        {
            Missing++;
        }
        else if (forced is null)
        {
            Values.Add(value);
            Guess(value, row);
        }
        else
        {
            Fit(value, row, forced.Value);
        }
    }

    private void Guess(ReadOnlySpan<byte> value, long row)
    {
        if (NumberText.TryParse(value, out var number, out var isWhole))
        {
            AddNumber(number, isWhole);
            return;
        }

        _misfit.Add(value, row);
        var pair = BooleanWords.Classify(value, out _);
        if (pair != BooleanWords.Pair.None)
        {
            BooleanPairs |= pair;
            BooleanCount++;
        }
        else if (DateText.MayBeDate(value))
        {
            AddDate(value, row);
        }
    }

    private void Fit(ReadOnlySpan<byte> value, long row, ColumnType type)
    {
        var fits = true;
        switch (type)
        {
            case ColumnType.Integer or ColumnType.Number:
                fits = NumberText.TryParse(value, out var number, out var isWhole)
                    && (type == ColumnType.Number || number == Math.Floor(number));
                if (fits)
                {
                    AddNumber(number, isWhole);
                }

                break;
            case ColumnType.Boolean:
                fits = BooleanWords.Classify(value, out _) != BooleanWords.Pair.None;
                break;
            case ColumnType.Date:
                AddDate(value, row);
                break;
            default:
                break;
        }

        if (fits)
        {
            Values.Add(value);
        }
        else
        {
            _misfit.Add(value, row);
        }
    }

    private void AddNumber(double number, bool isWhole)
    {
        Numbers.Add(number);
        Fractions += isWhole ? 0 : 1;
        IsRising &= !(number <= _previous);
        IsFalling &= !(number >= _previous);
        _previous = number;
    }

    private void AddDate(ReadOnlySpan<byte> value, long row)
    {
        for (var i = 0; i < Dates.Length; i++)
        {
            if (DateText.TryParse(value, i, out var days))
            {
                (Dates[i] ??= new NumericSketch(budget.DateSampleMax, seed)).Add(days);
            }
            else
            {
                _dateMisfits?[i].Add(value, row);
            }
        }
    }
}
