using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;
using Environments = Portal.Grains.Approvals.Environments;

namespace Portal.Web.Features.Deployments;

/// <summary>What the form chooses from.</summary>
public sealed record DeploymentChoices(IReadOnlyList<ModelView> Models, IReadOnlyList<DeploymentView> Deployments);

/// <summary>Sends a version to a new endpoint or to one that is there.</summary>
public sealed partial class DeploymentNewPage(
    IDeploymentsFacade facade, NavigationManager navigation, IStringLocalizer<DeploymentsText> T)
{
    private const int Shown = 200;
    private string _model = string.Empty;
    private int _version;
    private string _existing = string.Empty;
    private string _endpoint = string.Empty;
    private string _environment = Environments.Production;
    private bool _busy;
    private Error? _error;

    /// <summary>The model to begin with.</summary>
    [SupplyParameterFromQuery]
    public string? Model { get; set; }

    /// <summary>The version to begin with.</summary>
    [SupplyParameterFromQuery]
    public int Version { get; set; }

    /// <summary>The environment to begin with.</summary>
    [SupplyParameterFromQuery]
    public string? Environment { get; set; }

    /// <summary>The deployment to send it to.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    private int Latest(DeploymentChoices choices) =>
        choices.Models.FirstOrDefault(m => m.Id.ToString() == _model)?.LatestVersion ?? 0;

    private async Task<Result<DeploymentChoices>> LoadAsync(CancellationToken cancel)
    {
        var models = await facade.ModelsAsync(cancel);
        var deployments = await facade.ListAsync(new ListQuery(Shown), cancel);
        if (!models.Ok || !deployments.Ok)
        {
            return models.Error ?? deployments.Error!;
        }

        var choices = new DeploymentChoices(
            models.Value.Items, [.. deployments.Value.Items.Where(d => d.StoppedAt is null)]);
        Preset(choices);
        return choices;
    }

    private void Preset(DeploymentChoices choices)
    {
        _environment = Environments.IsKnown(Environment ?? string.Empty) ? Environment! : Environments.Production;
        _existing = choices.Deployments.FirstOrDefault(d => d.Id.ToString() == To)?.Id.ToString() ?? string.Empty;
        ChooseModel(choices, choices.Models.Any(m => m.Id.ToString() == Model)
            ? Model
            : choices.Models.Count > 0 ? choices.Models[0].Id.ToString() : null);
        _version = Version > 0 && Version <= Latest(choices) ? Version : _version;
    }

    private void ChooseModel(DeploymentChoices choices, string? model)
    {
        _model = model ?? string.Empty;
        _version = Latest(choices);
    }

    private async Task DeployAsync()
    {
        if (_busy || !ModelId.TryParse(_model, out var model))
        {
            return;
        }

        _busy = true;
        var target = await TargetAsync();
        var sent = target.Ok ? await facade.DeployAsync(target.Value, new(model, _version), Cancel) : target.Error;
        _busy = false;
        _error = sent.Error;
        if (sent.Ok)
        {
            navigation.NavigateTo($"deployments/{sent.Value.Id}");
        }
    }

    // An endpoint that was made and then not deployed to is offered again instead of being made twice.
    private async Task<Result<DeploymentId>> TargetAsync()
    {
        if (DeploymentId.TryParse(_existing, out var existing))
        {
            return existing;
        }

        var made = await facade.CreateAsync(new(_endpoint.Trim(), _environment), Cancel);
        return made.Map(m =>
        {
            _existing = m.Id.ToString();
            return m.Id;
        });
    }
}
