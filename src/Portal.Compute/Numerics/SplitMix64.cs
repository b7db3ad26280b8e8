namespace Portal.Compute.Numerics;

/// <summary>A small seeded generator whose sequence never changes between versions of the runtime.</summary>
/// <remarks>Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014. Not for secrets.</remarks>
public struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 uniform bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, <paramref name="bound"/>); bound at least 1.</summary>
    public long NextBelow(long bound) => (long)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Standard normal, by Box and Muller.</summary>
    public double NextNormal() =>
        Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());
}
