using System.Buffers.Binary;

namespace Portal.Compute.Numerics;

/// <summary>
/// A fast 64-bit hash of short byte strings for statistics; not for tables that an attacker could slow down.
/// </summary>
public static class ByteHash
{
    private const ulong K0 = 0xA0761D6478BD642F;
    private const ulong K1 = 0xE7037ED1A0B428DB;

    /// <summary>The hash; the same on every machine.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        // Multiplied, or a length that differs by one could undo a byte that differs by one.
        var state = K0 ^ ((ulong)bytes.Length * K1);
        while (bytes.Length > 16)
        {
            state = Mix(
                BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ K1,
                BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) ^ state);
            bytes = bytes[16..];
        }

        ulong a, b;
        if (bytes.Length >= 8)
        {
            a = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            b = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..]);
        }
        else if (bytes.Length >= 4)
        {
            a = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            b = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]);
        }
        else
        {
            a = bytes.IsEmpty ? 0 : bytes[0] | ((ulong)bytes[bytes.Length >> 1] << 8) | ((ulong)bytes[^1] << 16);
            b = 0;
        }

        return Mix(K1, Mix(a ^ K1, b ^ state));
    }

    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
