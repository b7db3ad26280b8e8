using System.Globalization;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.Events;

namespace Portal.Grains.Datasets.Reading;

/// <summary>Writes down who read rows, before he gets them.</summary>
internal sealed class DatasetAccessLog(ICells cells, EventCodec codec, TimeProvider clock)
{
    /// <summary>Null when it is durable; otherwise why the rows must not be given out.</summary>
    public async Task<Error?> RecordAsync(
        CallContext call,
        DatasetId id,
        DatasetVersion version,
        string purpose,
        long? rows,
        CancellationToken cancel)
    {
        var principal = call.Principal;
        var store = cells.Of(principal.Region).Events;
        var key = GrainKeys.Access(principal.Tenant, principal.Actor);
        var row = codec.Encode(key, new DatasetAccessed(purpose, rows), PublicId.New(clock)) with
        {
            ObjectType = "dataset",
            ObjectId = id.ToString(),
            ObjectVersion = version.Number.ToString(CultureInfo.InvariantCulture),
            ObjectHash = version.Sha256,
            Classification = DatasetContent.ClassificationOf(version),
        };
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
