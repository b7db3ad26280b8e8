using System.Text;

namespace Portal.Compute.Data;

/// <summary>Cuts long values for messages and charts, never inside a character.</summary>
internal static class ShortText
{
    /// <summary>The first bytes of the value, then an ellipsis.</summary>
    public static byte[] Of(ReadOnlySpan<byte> value, int bytesMax)
    {
        var length = bytesMax;
        while (length > 0 && (value[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return [.. value[..length], .. "…"u8];
    }

    /// <summary>At most 40 bytes of the value, control characters as spaces.</summary>
    public static string ForMessage(ReadOnlySpan<byte> value)
    {
        const int Max = 40;
        var text = Encoding.UTF8.GetString(value.Length <= Max ? value : Of(value, Max));
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
    }
}
