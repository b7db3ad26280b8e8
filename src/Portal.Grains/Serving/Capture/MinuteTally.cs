using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Serving.Capture;

/// <summary>Sums of one minute of one deployment and version.</summary>
internal sealed class MinuteTally(MinuteTally.Key key)
{
    public Key Of => key;

    public long Requests { get; private set; }

    public long Rows { get; private set; }

    public long Refused { get; private set; }

    public long Limited { get; private set; }

    public long Failed { get; private set; }

    /// <summary>Sum of the latencies of answered requests in milliseconds.</summary>
    public double Milliseconds { get; private set; }

    /// <summary>Latencies of answered requests.</summary>
    public int[] Buckets { get; } = new int[LatencyBuckets.Count];

    public void Add(InferenceRecord record)
    {
        Requests++;
        Refused += record.Outcome is OutcomeClass.Refused ? 1 : 0;
        Limited += record.Outcome is OutcomeClass.Limited ? 1 : 0;
        Failed += record.Outcome is OutcomeClass.Failed ? 1 : 0;
        if (record.Outcome is OutcomeClass.Answered)
        {
            Rows += record.Batch?.RowCount ?? 0;
            Milliseconds += record.Milliseconds;
            Buckets[LatencyBuckets.Of(record.Milliseconds)]++;
        }
    }

    /// <summary>What is summed up together.</summary>
    internal sealed record Key(
        RegionCode Region, TenantId Tenant, DeploymentId Deployment, DateTimeOffset Minute, ModelId Model, int Version)
    {
        public static Key For(InferenceRecord record) => new(
            record.Region, record.Tenant, record.Deployment,
            DateTimeOffset.FromUnixTimeSeconds(record.At.ToUnixTimeSeconds() / 60 * 60), record.Model, record.Version);
    }
}
