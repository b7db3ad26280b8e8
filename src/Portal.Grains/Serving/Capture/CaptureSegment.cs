using Portal.Compute.Inference;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Serving.Capture;

/// <summary>Rows of one revision and version that are gathered until they are written together.</summary>
internal sealed class CaptureSegment(CaptureSegment.Key key, ModelSignature signature, DateTimeOffset openedAt)
{
    private readonly List<InferenceRecord> _records = [];

    public Key Of => key;

    public ModelSignature Signature => signature;

    public DateTimeOffset OpenedAt => openedAt;

    public IReadOnlyList<InferenceRecord> Records => _records;

    public int Rows { get; private set; }

    public DateTimeOffset From => _records.Min(r => r.At);

    public DateTimeOffset To => _records.Max(r => r.At);

    public void Add(InferenceRecord record)
    {
        _records.Add(record);
        Rows += record.Batch!.RowCount;
    }

    /// <summary>What the rows of a segment have in common.</summary>
    internal sealed record Key(
        RegionCode Region, TenantId Tenant, DeploymentId Deployment, int Revision, ModelId Model, int Version);
}
