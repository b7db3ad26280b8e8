using System.Diagnostics.CodeAnalysis;

namespace Portal.Tenancy.Primitives;

/// <summary>
/// The outward form of an id: a kind prefix, an underscore and 26 Crockford base-32 characters of a UUIDv7,
/// such as <c>mdl_01JD3K8Q4ZP2M7V5T9W6X0YABC</c>. Lower and upper case are read, upper case is written.
/// </summary>
public static class PublicId
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Characters = 26;

    /// <summary>A new UUIDv7 stamped with <paramref name="clock"/>'s time.</summary>
    public static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>Writes <paramref name="value"/> with <paramref name="prefix"/>.</summary>
    public static string Format(string prefix, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        var number = new UInt128(
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        Span<char> text = stackalloc char[Characters];
        for (var i = Characters - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(number & 31)];
            number >>= 5;
        }

        return $"{prefix}_{text}";
    }

    /// <summary>Reads what <see cref="Format"/> wrote; false when the prefix, length or a character is wrong.</summary>
    public static bool TryParse(string prefix, [NotNullWhen(true)] string? text, out Guid value)
    {
        value = Guid.Empty;
        if (text is null || text.Length != prefix.Length + 1 + Characters
            || !text.StartsWith(prefix, StringComparison.Ordinal) || text[prefix.Length] != '_')
        {
            return false;
        }

        var number = UInt128.Zero;
        var digits = text.AsSpan(prefix.Length + 1);
        if (Alphabet.IndexOf(char.ToUpperInvariant(digits[0])) > 7)
        {
            return false; // 26 characters hold 130 bits; the first may only use three of its five.
        }

        foreach (var c in digits)
        {
            var digit = Alphabet.IndexOf(char.ToUpperInvariant(c));
            if (digit < 0)
            {
                return false;
            }

            number = (number << 5) | (uint)digit;
        }

        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)(number >> 64));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (ulong)number);
        value = new Guid(bytes, bigEndian: true);
        return true;
    }
}
