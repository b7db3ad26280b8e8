namespace Portal.Compute.Data;

/// <summary>Bounds on what a CSV file may be; what exceeds one is refused, never cut.</summary>
public sealed record CsvLimits
{
    /// <summary>The defaults.</summary>
    public static CsvLimits Default { get; } = new();

    /// <summary>Bytes of one record, line breaks inside quotes included. Default 1 MiB.</summary>
    public int LineBytesMax { get; init; } = 1 << 20;

    /// <summary>Bytes of one field. Default 128 KiB.</summary>
    public int FieldBytesMax { get; init; } = 128 << 10;

    /// <summary>Columns. Default 2,000.</summary>
    public int ColumnsMax { get; init; } = 2_000;

    /// <summary>UTF-8 bytes of a column name. Default 256.</summary>
    public int HeaderBytesMax { get; init; } = 256;

    /// <summary>Data rows. Default 50 million.</summary>
    public long RowsMax { get; init; } = 50_000_000;

    /// <summary>Errors that are gathered before reading stops. Default 20.</summary>
    public int ErrorsMax { get; init; } = 20;

    /// <summary>Bytes between two progress reports. Default 1 MiB.</summary>
    public long ProgressBytes { get; init; } = 1 << 20;
}
