using System.Collections.Immutable;

namespace Portal.Web.Features.Home;

/// <summary>Who a credential is: the answer of <c>GET /api/v1/me</c>.</summary>
public sealed record CallerView(string Tenant, string Region, string Actor, string Role, ImmutableArray<string> Scopes);
