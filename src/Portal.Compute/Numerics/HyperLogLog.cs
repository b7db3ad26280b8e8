using System.Numerics;

namespace Portal.Compute.Numerics;

/// <summary>Estimates how many distinct 64-bit hashes it has seen, in 4 KiB.</summary>
/// <remarks>
/// Flajolet et al., AofA 2007, with 4,096 registers and linear counting for small numbers: standard error
/// 1.04 / sqrt(4096) = 1.6 %. The hashes must be well mixed.
/// </remarks>
public sealed class HyperLogLog
{
    private const int Bits = 12;
    private const int Registers = 1 << Bits;
    private const double Alpha = 0.7213 / (1 + (1.079 / Registers));

    private readonly byte[] _registers = new byte[Registers];

    /// <summary>Takes a hash in.</summary>
    public void Add(ulong hash)
    {
        var register = (int)(hash >> (64 - Bits));
        var rank = (byte)(BitOperations.LeadingZeroCount((hash << Bits) | (1UL << (Bits - 1))) + 1);
        if (rank > _registers[register])
        {
            _registers[register] = rank;
        }
    }

    /// <summary>The estimate.</summary>
    public long Estimate()
    {
        var (sum, empty) = (0.0, 0);
        foreach (var rank in _registers)
        {
            sum += 1.0 / (1UL << rank);
            empty += rank == 0 ? 1 : 0;
        }

        var raw = Alpha * Registers * Registers / sum;
        return (long)Math.Round(
            raw <= 2.5 * Registers && empty > 0 ? Registers * Math.Log((double)Registers / empty) : raw);
    }
}
