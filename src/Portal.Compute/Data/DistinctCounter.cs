using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Portal.Compute.Numerics;

namespace Portal.Compute.Data;

/// <summary>Counts distinct byte strings: exactly up to a bound, by estimate beyond, in bounded memory.</summary>
/// <remarks>
/// Two values are one when their 64-bit hashes are equal; among a million values that happens to no pair with
/// probability 0.99999997. Beyond the bound, values seen before it are still counted; later ones only together.
/// </remarks>
internal sealed class DistinctCounter(int exactMax)
{
    private const int ShownBytesMax = 64;

    /// <summary>Hashes can be forged; a chain is never walked further than this.</summary>
    private const int ProbesMax = 32;

    private ulong[] _hashes = new ulong[32];
    private int[] _entries = new int[32];
    private long[] _counts = new long[16];
    private byte[]?[] _shown = new byte[16][];
    private int _used;
    private HyperLogLog? _beyond;

    /// <summary>True while every value has its own count.</summary>
    public bool IsExact => _beyond is null;

    /// <summary>Occurrences of values that have no count of their own.</summary>
    public long Uncounted { get; private set; }

    /// <summary>How many distinct values there are.</summary>
    public long Distinct => _beyond is null ? _used : Math.Max(_used, _beyond.Estimate());

    public void Add(ReadOnlySpan<byte> value)
    {
        var hash = ByteHash.Of(value) | 1;
        var mask = _hashes.Length - 1;
        var slot = (int)(hash >> 32) & mask;
        for (var probe = 0; probe < ProbesMax; probe++, slot = (slot + 1) & mask)
        {
            if (_hashes[slot] == hash)
            {
                _counts[_entries[slot]]++;
                return;
            }

            if (_hashes[slot] == 0)
            {
                if (_used < exactMax)
                {
                    Insert(hash, slot, value);
                    return;
                }

                break;
            }
        }

        Overflow(hash);
    }

    /// <summary>The most frequent values, the most frequent first, ties in ordinal order.</summary>
    public ImmutableArray<CategoryCount> Top(int count)
    {
        var order = Enumerable.Range(0, _used).ToArray();
        var shown = _shown;
        var counts = _counts;
        Array.Sort(order, (a, b) => counts[a] != counts[b]
            ? counts[b].CompareTo(counts[a])
            : shown[a].AsSpan().SequenceCompareTo(shown[b]));
        return [.. order.Take(count).Select(i => new CategoryCount(Encoding.UTF8.GetString(_shown[i]!), _counts[i]))];
    }

    private void Overflow(ulong hash)
    {
        Uncounted++;
        if (_beyond is null)
        {
            _beyond = new HyperLogLog();
            foreach (var seen in _hashes)
            {
                if (seen != 0)
                {
                    _beyond.Add(BitOperations.RotateLeft(seen, 17));
                }
            }
        }

        // The table took the upper half of the hash for itself and fixed the lowest bit.
        _beyond.Add(BitOperations.RotateLeft(hash, 17));
    }

    private void Insert(ulong hash, int slot, ReadOnlySpan<byte> value)
    {
        if (_used == _counts.Length)
        {
            Array.Resize(ref _counts, _used * 2);
            Array.Resize(ref _shown, _used * 2);
        }

        (_hashes[slot], _entries[slot]) = (hash, _used);
        (_counts[_used], _shown[_used]) = (1, Shorten(value));
        _used++;
        if (_used * 2 > _hashes.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        var (hashes, entries) = (_hashes, _entries);
        _hashes = new ulong[hashes.Length * 2];
        _entries = new int[hashes.Length * 2];
        var mask = _hashes.Length - 1;
        for (var i = 0; i < hashes.Length; i++)
        {
            if (hashes[i] == 0)
            {
                continue;
            }

            var slot = (int)(hashes[i] >> 32) & mask;
            while (_hashes[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            (_hashes[slot], _entries[slot]) = (hashes[i], entries[i]);
        }
    }

    private static byte[] Shorten(ReadOnlySpan<byte> value) =>
        value.Length <= ShownBytesMax ? value.ToArray() : ShortText.Of(value, ShownBytesMax);
}
