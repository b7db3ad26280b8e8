using System.Collections.Concurrent;
using Portal.Grains.Keys;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.Events;

namespace Portal.Grains.Runtime;

/// <summary>
/// Writes what was denied to signed-in principals into their own tenant's log: one by one up to a number a minute, then
/// one counted event a minute, so that a loop of refusals can't flood the log.
/// </summary>
public sealed class DenialLog(ICells cells, EventCodec codec, TimeProvider clock)
{
    private const int EachMinuteMax = 60;
    private const int ActorsMax = 10_000;
    private readonly ConcurrentDictionary<string, Window> _windows = new();

    /// <summary>Records one denial. Names and bodies stay out of it: only kinds, ids and codes.</summary>
    public async Task RecordAsync(
        Principal principal, string permission, string kind, string id, string code, CancellationToken cancel = default)
    {
        var count = Admit(principal.Actor);
        if (count == 0)
        {
            return;
        }

        var store = cells.Of(principal.Region).Events;
        var key = GrainKeys.Denials(principal.Tenant, principal.Actor);
        var row = codec.Encode(key, new AccessDenied(permission, kind, id, count), PublicId.New(clock)) with
        {
            Action = permission,
            ObjectType = kind,
            ObjectId = id,
            Decision = Tenancy.Storage.Events.Decision.Deny,
            Reason = code,
        };
        for (var attempt = 0; attempt < GrainRuntime.AttemptsMax; attempt++)
        {
            var head = await store.HeadAsync(principal.Tenant, key.ToString(), cancel);
            var outcome = await store.AppendAsync(
                new(principal, key.ToString(), head, [row]) { CorrelationId = PublicId.New(clock) }, cancel);
            if (outcome.Status is AppendStatus.Committed)
            {
                return;
            }
        }
    }

    private int Admit(string actor)
    {
        var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (_windows.Count > ActorsMax)
        {
            _windows.Clear();
        }

        var admitted = 0;
        _windows.AddOrUpdate(
            actor,
            _ => Start(1),
            (_, w) => w.Minute != minute ? Start(1 + w.Held)
                : w.Seen < EachMinuteMax ? Go(w with { Seen = w.Seen + 1 })
                : Hold(w with { Held = w.Held + 1 }));
        return admitted;

        Window Start(int count)
        {
            admitted = count;
            return new(minute, 1, 0);
        }

        Window Go(Window window)
        {
            admitted = 1;
            return window;
        }

        Window Hold(Window window)
        {
            admitted = 0;
            return window;
        }
    }

    private sealed record Window(long Minute, int Seen, int Held);
}
