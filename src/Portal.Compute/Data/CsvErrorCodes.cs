namespace Portal.Compute.Data;

/// <summary>Stable codes of <see cref="CsvError"/> and <see cref="ColumnIssue"/>.</summary>
public static class CsvErrorCodes
{
    public const string Empty = "csv-empty";
    public const string NoRows = "csv-no-rows";
    public const string Binary = "csv-binary";
    public const string Utf16 = "csv-utf16";
    public const string NotUtf8 = "csv-not-utf8";
    public const string RaggedRow = "csv-ragged-row";
    public const string DuplicateHeader = "csv-duplicate-header";
    public const string EmptyHeader = "csv-empty-header";
    public const string HeaderTooLong = "csv-header-too-long";
    public const string UnclosedQuote = "csv-unclosed-quote";
    public const string StrayQuote = "csv-stray-quote";
    public const string LineTooLong = "csv-line-too-long";
    public const string FieldTooLong = "csv-field-too-long";
    public const string TooManyColumns = "csv-too-many-columns";
    public const string TooManyRows = "csv-too-many-rows";
    public const string TooManyLevels = "csv-too-many-levels";
    public const string UnknownColumn = "csv-unknown-column";
    public const string SchemaMismatch = "csv-schema-mismatch";

    /// <summary>Nearly every value is a number; the issue names the first that is not.</summary>
    public const string MostlyNumeric = "csv-mostly-numeric";

    /// <summary>Values do not fit the type that was asked for and count as missing.</summary>
    public const string DoesNotFit = "csv-does-not-fit";

    /// <summary>All values are dates, but day and month can't be told apart.</summary>
    public const string AmbiguousDate = "csv-ambiguous-date";
}
