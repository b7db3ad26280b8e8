using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Keys;
using Portal.Grains.Training.Planning;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Training;

/// <summary>From a dataset to a plan in plain words, and from there to a run.</summary>
public sealed partial class TrainingNewPage(
    ITrainingFacade facade, NavigationManager navigation, IStringLocalizer<TrainingText> T)
{
    private string _dataset = string.Empty;
    private string? _target;
    private string? _name;
    private TrainingChoice? _choice;
    private PlannedTraining? _planned;
    private ImmutableHashSet<string>? _chosen;
    private bool _busy;
    private Error? _error;

    /// <summary>The dataset to begin with.</summary>
    [SupplyParameterFromQuery]
    public string? Dataset { get; set; }

    private async Task<Result<IReadOnlyList<DatasetChoice>>> LoadAsync(CancellationToken cancel)
    {
        var datasets = await facade.DatasetsAsync(cancel);
        if (datasets is { Ok: true, Value.Count: > 0 })
        {
            var first = datasets.Value.FirstOrDefault(d => d.Id.ToString() == Dataset) ?? datasets.Value[0];
            await ChooseDatasetAsync(first.Id.ToString());
        }

        return datasets;
    }

    private async Task ChooseDatasetAsync(string? dataset)
    {
        (_dataset, _choice, _planned, _chosen) = (dataset ?? string.Empty, null, null, null);
        if (!DatasetId.TryParse(_dataset, out var id))
        {
            return;
        }

        var choice = await facade.ChoicesAsync(id, null, Cancel);
        (_choice, _error) = (choice.Value, choice.Error);
        await ChooseTargetAsync(_choice?.SuggestedTarget);
    }

    private Task ChooseTargetAsync(string? target)
    {
        (_target, _chosen) = (target, null);
        return PlanAsync();
    }

    private async Task PlanAsync()
    {
        if (Wanted() is not { } wanted)
        {
            _planned = null;
            return;
        }

        var planned = await facade.PlanAsync(wanted, Cancel);
        (_planned, _error) = (planned.Value, planned.Error);
        StateHasChanged();
    }

    private bool IsUsed(string column) =>
        _chosen?.Contains(column) ?? _planned?.Plan.Columns.Any(c => c.Name == column) ?? false;

    private string? Why(string column) => _planned?.Plan.LeftOut.FirstOrDefault(c => c.Name == column) is { } left
        ? " · " + T["Why-" + left.Reason]
        : null;

    private Task UseAsync(string column, bool use)
    {
        var before = _chosen ?? [.. _planned?.Plan.Columns.Select(c => c.Name) ?? []];
        _chosen = use ? before.Add(column) : before.Remove(column);
        return PlanAsync();
    }

    private async Task StartAsync()
    {
        if (_busy || Wanted() is not { } wanted)
        {
            return;
        }

        _busy = true;
        var started = await facade.StartAsync(wanted, Cancel);
        _busy = false;
        _error = started.Error;
        if (started.Ok)
        {
            navigation.NavigateTo($"training/{started.Value.Id}");
        }
    }

    private PlanTraining? Wanted() =>
        DatasetId.TryParse(_dataset, out var id) && _choice is not null && _target is not null
        ? new PlanTraining(
            id,
            _choice.Version,
            _target,
            _chosen is null ? null : [.. _choice.Columns.Select(c => c.Name).Where(_chosen.Contains)],
            ModelName: string.IsNullOrWhiteSpace(_name) ? null : _name)
        : null;
}
