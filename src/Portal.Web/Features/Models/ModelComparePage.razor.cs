using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Tenancy.Primitives;
using Portal.Web.Ui.Charts;

namespace Portal.Web.Features.Models;

/// <summary>Two versions of a model side by side.</summary>
public sealed partial class ModelComparePage(IModelsFacade facade, IStringLocalizer<ModelsText> T)
{
    /// <summary>The model's id.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Two numbers with a comma between them.</summary>
    [SupplyParameterFromQuery(Name = "versions")]
    public string? Versions { get; set; }

    private static string Text(double? figure) => figure is { } value ? Figure.Short(value) : "–";

    private string Names(ImmutableArray<string> columns) =>
        columns.IsEmpty ? T["NoColumns"] : string.Join(", ", columns);

    private async Task<Result<ModelComparison>> LoadAsync(CancellationToken cancel)
    {
        if (!ModelId.TryParse(Id, out var id))
        {
            return ModelsEndpoints.Missing;
        }

        return VersionPair.TryParse(Versions, out var pair)
            ? await facade.CompareAsync(id, pair.First, pair.Second, cancel)
            : ModelsEndpoints.BadComparison;
    }
}
