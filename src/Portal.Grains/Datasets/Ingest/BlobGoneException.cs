namespace Portal.Grains.Datasets.Ingest;

/// <summary>A blob that was to be read again is not there: its dataset was deleted meanwhile.</summary>
internal sealed class BlobGoneException() : Exception("The blob is gone.");
