namespace Portal.Compute.Data;

/// <summary>Something a person should know about a column; the file is taken all the same.</summary>
/// <param name="Code">One of <see cref="CsvErrorCodes"/>.</param>
/// <param name="Message">A plain sentence; safe to show.</param>
/// <param name="Count">How many values it concerns.</param>
/// <param name="FirstRow">Data row of the first, from 1.</param>
/// <param name="Example">That value, shortened.</param>
public sealed record ColumnIssue(string Code, string Message, long Count, long FirstRow, string Example);
