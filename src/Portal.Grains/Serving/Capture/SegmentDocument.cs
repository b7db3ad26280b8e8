namespace Portal.Grains.Serving.Capture;

/// <summary>A segment as it stands in its blob, column by column; null is a missing value.</summary>
/// <param name="Id">The segment's id, so that equal rows of two segments are two blobs.</param>
/// <param name="Columns">Inputs in the order of the signature, then the answer.</param>
internal sealed record SegmentDocument(Guid Id, IReadOnlyList<SegmentColumn> Columns);

/// <summary>One column: numbers or texts.</summary>
internal sealed record SegmentColumn(string Name, float?[]? Numbers, string?[]? Texts);
