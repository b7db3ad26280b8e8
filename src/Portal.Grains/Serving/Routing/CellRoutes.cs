using Microsoft.Extensions.Logging;
using Portal.Grains.Keys;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Serving.Routing;

/// <summary>Keeps the routes of one cell on this node in step with its deployments.</summary>
internal sealed class CellRoutes(
    ICell cell, ModelCache models, RouteTable table, LoadReports reports, ServingReadiness readiness,
    ServingOptions options, ILogger logger)
{
    private readonly Dictionary<(DeploymentId Deployment, int Revision), LoadOutcome> _reported = [];
    private HashSet<(DeploymentId Deployment, int Revision)>? _awaited;

    /// <summary>Runs until <paramref name="cancel"/> fires.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                await TryStepAsync(cancel);
                await table.WaitAsync(cell.Region, options.PollInterval, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
    }

    private async Task TryStepAsync(CancellationToken cancel)
    {
        try
        {
            await StepAsync(cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            ServingLog.RoutesFailed(logger, e, cell.Region.Value);
        }
    }

    private async Task StepAsync(CancellationToken cancel)
    {
        var wanted = await RouteReads.WantedAsync(cell, cancel);
        var before = table.Of(cell.Region);
        var keys = wanted.SelectMany(w => w.Models)
            .Concat(before.Routes.Values.SelectMany(r => r.Targets).Select(t => t.Model.Key))
            .ToHashSet();
        models.Want(keys, cancel);
        table.Swap(cell.Region, RouteSnapshot.Build(before, wanted, models.Find));
        Ready(wanted);
        await ReportAsync(wanted, cancel);
    }

    private void Ready(IReadOnlyList<WantedRevision> wanted)
    {
        var waiting = wanted
            .Where(w => w.Routed && Settled(w) is null or LoadOutcome.Failed { Lasting: false })
            .Select(w => (w.Deployment, w.Revision))
            .ToHashSet();
        _awaited ??= [.. wanted.Where(w => w.Routed).Select(w => (w.Deployment, w.Revision))];
        _awaited.IntersectWith(waiting);
        if (_awaited.Count == 0)
        {
            readiness.Declare(cell.Region);
        }
    }

    private async Task ReportAsync(IReadOnlyList<WantedRevision> wanted, CancellationToken cancel)
    {
        foreach (var revision in wanted)
        {
            var name = (revision.Deployment, revision.Revision);
            if (Settled(revision) is { } outcome
                && (!_reported.TryGetValue(name, out var said) || said.GetType() != outcome.GetType()))
            {
                await reports.WriteAsync(cell, revision, outcome as LoadOutcome.Failed, cancel);
                _reported[name] = outcome;
            }
        }

        var still = wanted.Select(w => (w.Deployment, w.Revision)).ToHashSet();
        foreach (var name in _reported.Keys.Where(n => !still.Contains(n)).ToArray())
        {
            _reported.Remove(name);
        }
    }

    // The first failure of its models, or one of its loads when all are there; null while any is still to come.
    private LoadOutcome? Settled(WantedRevision revision)
    {
        var outcomes = revision.Models.Select(models.Find).ToArray();
        return outcomes.OfType<LoadOutcome.Failed>().FirstOrDefault()
            ?? (Array.TrueForAll(outcomes, o => o is not null) ? outcomes[0] : null);
    }
}
