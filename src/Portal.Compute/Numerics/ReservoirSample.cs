namespace Portal.Compute.Numerics;

/// <summary>A uniform random sample of a stream of unknown length, the same for the same seed.</summary>
/// <remarks>
/// Li, ACM TOMS 20 (1994) 481, algorithm L: skips ahead, so that a long stream costs one comparison a value. A quantile
/// read from k sampled values has a rank error with standard deviation at most 0.5 / sqrt(k): 0.005 for k = 10,000.
/// </remarks>
public sealed class ReservoirSample(int capacity, ulong seed)
{
    private SplitMix64 _random = new(seed);
    private double[] _values = new double[Math.Min(capacity, 16)];
    private double _weight = 1;
    private long _next = -1;

    /// <summary>Values offered.</summary>
    public long Offered { get; private set; }

    /// <summary>Values kept.</summary>
    public int Count => (int)Math.Min(Offered, capacity);

    /// <summary>True when every value offered is kept.</summary>
    public bool IsWhole => Offered <= capacity;

    /// <summary>Offers a value.</summary>
    public void Add(double value)
    {
        var index = Offered++;
        if (index < capacity)
        {
            if (index == _values.Length)
            {
                Array.Resize(ref _values, Math.Min(capacity, _values.Length * 2));
            }

            _values[index] = value;
            if (index == capacity - 1)
            {
                Skip(index);
            }
        }
        else if (index == _next)
        {
            _values[_random.NextBelow(capacity)] = value;
            Skip(index);
        }
    }

    /// <summary>The kept values in ascending order.</summary>
    public double[] Sorted()
    {
        var copy = _values.AsSpan(0, Count).ToArray();
        Array.Sort(copy);
        return copy;
    }

    private void Skip(long index)
    {
        _weight *= Math.Exp(Math.Log(1 - _random.NextDouble()) / capacity);
        var gap = Math.Floor(Math.Log(1 - _random.NextDouble()) / Math.Log(1 - _weight));
        _next = gap < long.MaxValue / 2 ? index + 1 + (long)gap : long.MaxValue;
    }
}
