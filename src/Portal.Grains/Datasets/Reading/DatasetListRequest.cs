namespace Portal.Grains.Datasets.Reading;

/// <summary>A page of a list.</summary>
/// <param name="Limit">1 to 200; what is outside is brought inside. Default 50.</param>
/// <param name="Cursor">What the page before said; null for the first.</param>
/// <param name="Filter">Only names that hold this text, in any case.</param>
/// <param name="Sort"><c>name</c>, <c>-name</c>, <c>updated</c> or <c>-updated</c> (default).</param>
public sealed record DatasetListRequest(
    int Limit = 50, string? Cursor = null, string? Filter = null, string? Sort = null);
