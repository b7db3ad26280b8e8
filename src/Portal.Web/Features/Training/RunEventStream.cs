using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.Grains.Keys;
using Portal.Grains.Training;
using Portal.Grains.Training.Reading;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Training;

/// <summary>A run as server-sent events: <c>round</c>, <c>log</c>, <c>state</c>. Ends with the run.</summary>
internal sealed class RunEventStream(ITrainingFacade facade, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Everything after <paramref name="since"/>, the number of the last event that arrived.</summary>
    public async IAsyncEnumerable<SseItem<string>> ReadAsync(
        RunId id, int since, [EnumeratorCancellation] CancellationToken cancel)
    {
        (RunStatus, int, bool)? told = null;
        while (!cancel.IsCancellationRequested)
        {
            // The state first: what is read after a run's end is all that it said.
            var run = await facade.FindAsync(id, cancel);
            var progress = await facade.ProgressAsync(id, since, cancel);
            if (!run.Ok || !progress.Ok)
            {
                yield break;
            }

            foreach (var said in progress.Value)
            {
                since = said.Seq;
                yield return Item(said);
            }

            if (progress.Value.Count == TrainingQueries.ProgressMax)
            {
                continue;
            }

            var state = run.Value.State;
            if (told != (state.Status, state.Attempt, state.CancelRequested))
            {
                told = (state.Status, state.Attempt, state.CancelRequested);
                yield return new SseItem<string>(Write(RunJson.Of(run.Value)), "state");
            }

            if (run.Value.HasEnded)
            {
                yield break;
            }

            await Task.Delay(Pause, clock, cancel);
        }
    }

    private static SseItem<string> Item(RunProgress said) =>
        new(Write(said), said.Round is null ? "log" : "round")
        {
            EventId = said.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, PortalJson.Options);
}
