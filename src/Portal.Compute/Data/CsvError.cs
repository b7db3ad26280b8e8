namespace Portal.Compute.Data;

/// <summary>Something in a file that keeps it from being taken, and where it is.</summary>
/// <param name="Code">One of <see cref="CsvErrorCodes"/>.</param>
/// <param name="Message">A plain sentence that names the place; safe to show.</param>
/// <param name="Row">Data row, from 1, the header and blank lines not counted; null when about the whole file.</param>
/// <param name="Line">Line as a text editor counts, from 1.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="ByteOffset">Position in the file, from 0, of an encoding error.</param>
public sealed record CsvError(
    string Code,
    string Message,
    long? Row = null,
    long? Line = null,
    string? Column = null,
    long? ByteOffset = null);
