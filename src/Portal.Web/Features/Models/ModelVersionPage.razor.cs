using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Models;

/// <summary>One version: how good it is, what it takes, where it comes from.</summary>
public sealed partial class ModelVersionPage(IModelsFacade facade, IStringLocalizer<ModelsText> T)
{
    /// <summary>The model's id.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>The version's number.</summary>
    [Parameter, EditorRequired]
    public int Number { get; set; }

    private static string? Positive(ModelVersion version) =>
        version.Problem is ProblemKind.Binary && version.Signature.Outputs is [{ Levels: [_, var positive] }, ..]
            ? positive
            : null;

    private async Task<Result<VersionDetail>> LoadAsync(CancellationToken cancel) =>
        ModelId.TryParse(Id, out var id)
            ? await facade.VersionDetailAsync(id, Number, cancel)
            : ModelsEndpoints.Missing;
}
