using Portal.Compute.Inference;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Serving.Capture;

/// <summary>
/// One request as it is remembered. <paramref name="Batch"/> and <paramref name="Result"/> are there when it was
/// answered.
/// </summary>
internal sealed record InferenceRecord(
    RegionCode Region,
    TenantId Tenant,
    DeploymentId Deployment,
    int Revision,
    ModelId Model,
    int Version,
    ModelSignature Signature,
    DateTimeOffset At,
    double Milliseconds,
    OutcomeClass Outcome,
    InferenceBatch? Batch,
    InferenceResult? Result);
