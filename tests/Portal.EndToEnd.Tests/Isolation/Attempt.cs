namespace Portal.EndToEnd.Tests.Isolation;

/// <summary>One call: whose things stand in the path, the body, and what stands in the query.</summary>
internal sealed record Attempt(Possessions There, Func<HttpContent?> Body, string? Query = null);
