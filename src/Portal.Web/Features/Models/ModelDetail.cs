using Portal.Grains.Models;

namespace Portal.Web.Features.Models;

/// <summary>A model and its versions, newest first; <paramref name="MayEdit"/> for whoever may rename it.</summary>
public sealed record ModelDetail(ModelView Model, IReadOnlyList<ModelVersion> Versions, bool MayEdit);
