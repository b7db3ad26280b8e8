using System.Collections.Immutable;

namespace Portal.Tenancy.Identity;

/// <summary>CRC-32 of ISO 3309, as zip and Ethernet have it (reflected polynomial EDB88320).</summary>
internal static class Crc32
{
    private static readonly ImmutableArray<uint> Table = [.. Enumerable.Range(0, 256).Select(i => Entry((uint)i))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc = Table[(int)((crc ^ b) & 0xFF)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Entry(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320u;
        }

        return value;
    }
}
