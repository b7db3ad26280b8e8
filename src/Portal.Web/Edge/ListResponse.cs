using System.Collections.Immutable;

namespace Portal.Web.Edge;

/// <summary>
/// A list as the API answers it; <paramref name="Next"/> is the cursor of the next page, null at the end.
/// </summary>
public sealed record ListResponse<T>(ImmutableArray<T> Items, string? Next = null);
