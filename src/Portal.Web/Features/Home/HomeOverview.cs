using System.Collections.Immutable;

namespace Portal.Web.Features.Home;

/// <summary>What the first page of a workspace shows.</summary>
public sealed record HomeOverview(string Slug, string Region, string Role, ImmutableArray<HomeStep> Steps);
