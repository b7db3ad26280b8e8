using Portal.Tenancy.Primitives;

namespace Portal.Web.Edge.Identity;

/// <summary>A request's feature: its key belongs to a cell that this process does not run.</summary>
internal sealed record WrongCell(RegionCode Region);
