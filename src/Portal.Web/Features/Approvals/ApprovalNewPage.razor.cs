using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Approvals;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Tenancy.Primitives;
using Environments = Portal.Grains.Approvals.Environments;

namespace Portal.Web.Features.Approvals;

/// <summary>Asks that a version may go somewhere.</summary>
public sealed partial class ApprovalNewPage(
    IApprovalsFacade facade, NavigationManager navigation, IStringLocalizer<ApprovalsText> T)
{
    private static readonly NotFound Missing =
        new("model-version-not-found", "There is no such version. Begin at the model's page.");

    private string _environment = Environments.Production;
    private string _gate = "none";
    private double _threshold;
    private string _note = string.Empty;
    private bool _busy;
    private Error? _error;

    /// <summary>The model's id.</summary>
    [SupplyParameterFromQuery]
    public string? Model { get; set; }

    /// <summary>The version's number.</summary>
    [SupplyParameterFromQuery]
    public int Version { get; set; }

    private static string KeyMetric(ModelVersion version) => MetricDirection.KeyOf(version.Problem);

    private async Task<Result<ModelVersion>> LoadAsync(CancellationToken cancel) =>
        ModelId.TryParse(Model, out var id) ? await facade.VersionAsync(id, Version, cancel) : Missing;

    private async Task AskAsync(ModelVersion version)
    {
        if (_busy || !ModelId.TryParse(Model, out var model))
        {
            return;
        }

        _busy = true;
        var gate = _gate switch
        {
            "champion" => new Gate(KeyMetric(version), null),
            "threshold" => new Gate(KeyMetric(version), _threshold),
            _ => null,
        };
        var asked = await facade.RequestAsync(new(model, Version, _environment, _note.Trim(), gate), Cancel);
        _busy = false;
        _error = asked.Error;
        if (asked.Ok)
        {
            navigation.NavigateTo($"approvals/{asked.Value.Id}");
        }
    }
}
