using Portal.Grains.Models;

namespace Portal.Web.Features.Models;

/// <summary>
/// All that a version's page shows; <paramref name="Report"/> is null where it is not there any more.
/// </summary>
public sealed record VersionDetail(ModelView Model, ModelVersion Version, ModelLineage Lineage, VersionReport? Report);
