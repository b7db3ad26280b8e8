using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Tenancy.Primitives;
using Portal.Web.Ui;
using Portal.Web.Ui.Charts;

namespace Portal.Web.Features.Models;

/// <summary>A model and its versions.</summary>
public sealed partial class ModelDetailPage(IModelsFacade facade, IStringLocalizer<ModelsText> T)
{
    private Loadable<ModelDetail>? _loadable;

    /// <summary>The model's id.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    private static string Key(ModelDetail detail) => MetricDirection.KeyOf(detail.Model.Problem);

    private static string FigureOf(ModelVersion version, ModelDetail detail) =>
        version.Metrics.TryGetValue(Key(detail), out var value) ? Figure.Short(value) : "–";

    private async Task<Result<ModelDetail>> LoadAsync(CancellationToken cancel) =>
        ModelId.TryParse(Id, out var id) ? await facade.DetailAsync(id, cancel) : ModelsEndpoints.Missing;

    private Task ReloadAsync() => _loadable?.ReloadAsync() ?? Task.CompletedTask;

    private string CompareHref(ModelDetail detail) =>
        $"models/{Id}/compare?versions={detail.Model.LatestVersion - 1},{detail.Model.LatestVersion}";
}
