namespace Portal.Compute.Data;

/// <summary>Finds the delimiter: the one by which most of the first lines have as many values as the header.</summary>
internal static class DelimiterDetector
{
    private const int LinesMax = 50;
    private const int ColumnsMax = 10_000;

    private static ReadOnlySpan<byte> Candidates => ",;\t|"u8;

    /// <summary>The best of comma, semicolon, tab, bar; a comma when none splits the header.</summary>
    public static char Detect(ReadOnlySpan<byte> start)
    {
        // The tokenizer unescapes in place, so each candidate looks at its own copy.
        var (best, bestShare, bestColumns) = ((byte)',', 0.0, 1);
        foreach (var candidate in Candidates)
        {
            var (share, columns) = Judge(start.ToArray(), candidate);
            if (columns > 1 && (share > bestShare || (share == bestShare && columns > bestColumns)))
            {
                (best, bestShare, bestColumns) = (candidate, share, columns);
            }
        }

        return (char)best;
    }

    private static (double Share, int Columns) Judge(byte[] start, byte delimiter)
    {
        var tokenizer = new CsvTokenizer(delimiter, ColumnsMax);
        var (at, lines, same, columns) = (0, 0, 0, 0);
        while (lines < LinesMax && at < start.Length)
        {
            // The last record may be cut off: it counts only when it is the header.
            if (tokenizer.Read(start, at, start.Length, isLast: lines == 0) != CsvTokenizer.State.Record)
            {
                break;
            }

            at = tokenizer.Next;
            if (tokenizer.FieldCount == 1 && tokenizer.Length(0) == 0)
            {
                continue;
            }

            columns = lines == 0 ? tokenizer.FieldCount : columns;
            same += tokenizer.FieldCount == columns ? 1 : 0;
            lines++;
        }

        return (lines == 0 ? 0 : (double)same / lines, columns);
    }
}
