using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Keys;
using Portal.Grains.Training.Reading;
using Portal.Tenancy.Primitives;
using Portal.Web.Ui.Charts;

namespace Portal.Web.Features.Training;

/// <summary>A run while it goes and after it has ended.</summary>
public sealed partial class RunPage(ITrainingFacade facade, IStringLocalizer<TrainingText> T)
{
    private static readonly NotFound Missing = new("run-not-found", "There is no such training run.");
    private readonly List<string> _log = [];
    private readonly List<RunProgress> _learned = [];
    private string? _shown;
    private int _seen;
    private int _attempt;
    private RunProgress? _last;
    private Error? _error;

    /// <summary>The run's id.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    private string? Detail =>
        _last is { Round: { } round, RoundsMax: { } most } ? T["RoundOf", round, most].Value : null;

    private IReadOnlyList<ChartSeries> Series =>
    [
        new(T["SeriesTrain"], [.. _learned.Select(r => new ChartPoint(r.Round!.Value, r.Train ?? 0))]),
        new(T["SeriesValidation"], [.. _learned.Select(r => new ChartPoint(r.Round!.Value, r.Validation ?? 0))]),
    ];

    // Nobody knows when boosting will stop; the trees are counted only once they are grown anew.
    private double? Fraction(RunView run) => run.HasEnded ? 1
        : _last is { Validation: null, Round: { } round, RoundsMax: { } most } ? (double)round / most
        : null;

    private async Task<Result<RunView>> LoadAsync(CancellationToken cancel)
    {
        if (!RunId.TryParse(Id, out var id))
        {
            return Missing;
        }

        if (_shown != Id)
        {
            Forget();
            _shown = Id;
        }

        var run = await facade.FindAsync(id, cancel);
        var more = run.Ok;
        while (more)
        {
            var said = await facade.ProgressAsync(id, _seen, cancel);
            foreach (var one in said.Value ?? [])
            {
                Take(one);
            }

            more = said.Value?.Count == TrainingQueries.ProgressMax;
        }

        return run;
    }

    private void Take(RunProgress one)
    {
        _seen = one.Seq;
        if (one.Attempt != _attempt)
        {
            _attempt = one.Attempt;
            _learned.Clear();
        }

        if (one.Line is { } line)
        {
            _log.Add(line);
        }
        else
        {
            _last = one;
            if (one.Validation is not null)
            {
                _learned.Add(one);
            }
        }
    }

    private void Forget()
    {
        _log.Clear();
        _learned.Clear();
        (_seen, _attempt, _last) = (0, 0, null);
    }

    private async Task CancelAsync()
    {
        if (RunId.TryParse(Id, out var id))
        {
            _error = (await facade.CancelAsync(id, Cancel)).Error;
        }
    }
}
