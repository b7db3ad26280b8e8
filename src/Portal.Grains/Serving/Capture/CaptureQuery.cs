using Portal.Grains.Keys;

namespace Portal.Grains.Serving.Capture;

/// <summary>
/// Which rows: of a deployment, from a time up to but without another, at most so many. Without a
/// <paramref name="Version"/> those of the version that answered last.
/// </summary>
internal sealed record CaptureQuery(
    DeploymentId Deployment, DateTimeOffset From, DateTimeOffset To, int RowsMax, ModelId? Model = null,
    int? Version = null);
