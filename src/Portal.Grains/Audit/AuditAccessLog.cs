using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.Events;
using EventCodec = Portal.Grains.Runtime.EventCodec;

namespace Portal.Grains.Audit;

/// <summary>Writes down who read the log, before he gets to see it.</summary>
internal sealed class AuditAccessLog(ICells cells, EventCodec codec, TimeProvider clock)
{
    /// <summary>Null when it is committed; otherwise what to refuse with.</summary>
    public async Task<Error?> RecordAsync(CallContext call, IDomainEvent happened, CancellationToken cancel)
    {
        var principal = call.Principal;
        var store = cells.Of(principal.Region).Events;
        var key = GrainKeys.Access(principal.Tenant, principal.Actor);
        var row = codec.Encode(key, happened, PublicId.New(clock)) with { ObjectType = "audit", ObjectId = "-" };
        for (var attempt = 0; attempt < GrainRuntime.AttemptsMax; attempt++)
        {
            var head = await store.HeadAsync(principal.Tenant, key.ToString(), cancel);
            var outcome = await store.AppendAsync(
                new(principal, key.ToString(), head, [row])
                {
                    CorrelationId = call.CorrelationId,
                    CausationId = call.CausationId,
                },
                cancel);
            if (outcome.Status is AppendStatus.Committed)
            {
                return null;
            }
        }

        return new Unavailable(
            "access-not-recorded", "The access could not be recorded, so it was not granted. Please try again.");
    }
}
