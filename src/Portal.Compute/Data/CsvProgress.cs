namespace Portal.Compute.Data;

/// <summary>How far a reader has come.</summary>
/// <param name="Rows">Data rows read.</param>
/// <param name="Bytes">Bytes taken from the stream.</param>
public readonly record struct CsvProgress(long Rows, long Bytes);
