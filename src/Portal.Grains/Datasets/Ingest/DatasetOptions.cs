namespace Portal.Grains.Datasets.Ingest;

/// <summary>Bounds on what is taken in.</summary>
public sealed class DatasetOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Portal:Datasets";

    /// <summary>Bytes of one file. Default 2 GiB.</summary>
    public long BytesMax { get; set; } = 2L << 30;

    /// <summary>Columns of one file. Default 2,000.</summary>
    public int ColumnsMax { get; set; } = 2_000;

    /// <summary>Data rows of one file. Default 50 million.</summary>
    public long RowsMax { get; set; } = 50_000_000;

    /// <summary>Bytes of one row. Default 1 MiB.</summary>
    public int LineBytesMax { get; set; } = 1 << 20;

    /// <summary>Files that this node reads at the same time. Default 4.</summary>
    public int IngestsMax { get; set; } = 4;

    /// <summary>How long a file waits for its turn before it is refused. Default 10 s.</summary>
    public TimeSpan IngestWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Rows that a preview shows. Default 20.</summary>
    public int PreviewRows { get; set; } = 20;

    /// <summary>Uploads whose progress is remembered on this node. Default 1,000.</summary>
    public int UploadsRemembered { get; set; } = 1_000;
}
