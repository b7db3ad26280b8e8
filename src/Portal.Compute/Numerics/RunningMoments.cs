namespace Portal.Compute.Numerics;

/// <summary>Count, minimum, maximum, mean and variance of a stream of numbers, in one pass.</summary>
/// <remarks>Welford, Technometrics 4 (1962) 419: no cancellation when the mean is large against the spread.</remarks>
public sealed class RunningMoments
{
    private double _squares;

    /// <summary>Numbers seen.</summary>
    public long Count { get; private set; }

    /// <summary>The smallest; +infinity when none was seen.</summary>
    public double Minimum { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest; -infinity when none was seen.</summary>
    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>Arithmetic mean; 0 when none was seen.</summary>
    public double Mean { get; private set; }

    /// <summary>Sample standard deviation (divisor n - 1); 0 below two numbers.</summary>
    public double StandardDeviation => Count < 2 ? 0 : Math.Sqrt(Math.Max(0, _squares / (Count - 1)));

    /// <summary>Takes one finite number in.</summary>
    public void Add(double value)
    {
        Count++;
        var before = value - Mean;
        Mean += before / Count;
        _squares += before * (value - Mean);
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
    }
}
