namespace Portal.Grains.Serving.Gateway;

/// <summary>
/// What is asked of which endpoint. <paramref name="Version"/> picks a version that has a share of the endpoint; null
/// lets the shares decide.
/// </summary>
public sealed record InferenceCall(string Endpoint, InferenceForm Form, string? Version = null);
