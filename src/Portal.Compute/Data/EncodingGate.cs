using System.Text;
using System.Text.Unicode;

namespace Portal.Compute.Data;

/// <summary>
/// Lets UTF-8 pass and names the first byte that is not; sees the file chunk by chunk, each byte once.
/// </summary>
internal sealed class EncodingGate
{
    private const string SaveAgain = "Save the file as 'CSV UTF-8' and upload it again.";

    private long _offset;
    private long _lines = 1;

    /// <summary>Length of the byte order mark at the start of the file, or an error.</summary>
    public CsvError? CheckStart(ReadOnlySpan<byte> start, out int markLength)
    {
        markLength = 0;
        if (start.StartsWith("\uFEFF"u8))
        {
            _offset = markLength = 3;
            return null;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new CsvError(
                CsvErrorCodes.Utf16, $"The file is UTF-16, not UTF-8. {SaveAgain}", Line: 1, ByteOffset: 0);
        }

        foreach (var (magic, kind) in Magics)
        {
            if (start.StartsWith(magic))
            {
                return Binary($"The file is {kind}, not a CSV file.", 1, 0);
            }
        }

        return null;
    }

    /// <summary>
    /// Checks bytes that follow those checked before. <paramref name="checkedLength"/> is how many are done with: at
    /// most three bytes of a character that is not complete yet are left for the next call.
    /// </summary>
    public CsvError? Check(ReadOnlySpan<byte> bytes, bool isLast, out int checkedLength)
    {
        checkedLength = isLast ? bytes.Length : bytes.Length - IncompleteTail(bytes);
        var whole = bytes[..checkedLength];
        var zero = whole.IndexOf((byte)0);
        if (zero >= 0)
        {
            return ZeroByte(whole, zero);
        }

        if (!Utf8.IsValid(whole))
        {
            return Invalid(whole);
        }

        _offset += checkedLength;
        _lines += whole.Count((byte)'\n');
        return null;
    }

    private static (byte[] Magic, string Kind)[] Magics { get; } =
    [
        ([(byte)'P', (byte)'K', 3, 4], "a ZIP archive or an Excel workbook"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
        ([0x1F, 0x8B], "compressed with gzip"),
        ("%PDF"u8.ToArray(), "a PDF document"),
        ("PAR1"u8.ToArray(), "a Parquet file"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture"),
    ];

    private static CsvError Binary(string message, long line, long offset) =>
        new(CsvErrorCodes.Binary, $"{message} {SaveAgain}", Line: line, ByteOffset: offset);

    private CsvError ZeroByte(ReadOnlySpan<byte> bytes, int index)
    {
        var offset = _offset + index;
        var line = _lines + bytes[..index].Count((byte)'\n');
        var head = bytes[index..Math.Min(bytes.Length, index + 256)];

        // In UTF-16 text of Latin letters every other byte is zero; binary files have runs of them.
        return head.Count((byte)0) * 3 > head.Length && !head.ContainsAnyInRange((byte)1, (byte)8)
            && head.IndexOf((ReadOnlySpan<byte>)[0, 0]) < 0
            ? new CsvError(
                CsvErrorCodes.Utf16,
                $"The file looks like UTF-16: line {line} has a zero byte at offset {offset}. {SaveAgain}",
                Line: line,
                ByteOffset: offset)
            : Binary($"Line {line} has a zero byte at offset {offset}: this is a binary file.", line, offset);
    }

    private CsvError Invalid(ReadOnlySpan<byte> bytes)
    {
        var index = 0;
        while (Rune.DecodeFromUtf8(bytes[index..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            index += consumed;
        }

        var offset = _offset + index;
        var line = _lines + bytes[..index].Count((byte)'\n');
        var around = bytes[Math.Max(0, index - 512)..Math.Min(bytes.Length, index + 512)];
        var controls = 0;
        foreach (var b in around)
        {
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n') ? 1 : 0;
        }

        var place = $"Line {line} has byte 0x{bytes[index]:X2} at offset {offset}";
        return controls * 50 > around.Length
            ? Binary($"{place}: this is a binary file.", line, offset)
            : new CsvError(
                CsvErrorCodes.NotUtf8,
                $"{place}, which is not UTF-8; the file was probably "
                + $"saved as Latin-1 or Windows-1252. {SaveAgain}",
                Line: line,
                ByteOffset: offset);
    }

    private static int IncompleteTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b < 0x80)
            {
                return 0;
            }

            if (b >= 0xC0)
            {
                var length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return length > back ? back : 0;
            }
        }

        return 0;
    }
}
