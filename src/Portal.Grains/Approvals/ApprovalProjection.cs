using System.Text.Json;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Approvals;

/// <summary>Keeps the read model of approvals in step with their events.</summary>
internal static class ApprovalProjection
{
    public static IEnumerable<DbWrite> Of(GrainKey key, ApprovalId id, IDomainEvent happened, DecisionContext context)
    {
        var tenant = key.Tenant.Value;
        DbWrite? write = happened switch
        {
            ApprovalRequested e => new(
                """
                insert into approvals (tenant_id, approval_id, project, model_id, version, environment, artifact_sha256,
                    status, requested_at, requested_by, note, metrics, gate, outcome, expires_at)
                values ($1, $2, $3, $4, $5, $6, $7, 'pending', $8, $9, $10, $11::jsonb, $12::jsonb, $13::jsonb, $14)
                """,
                tenant, id.Value, key.Project, e.Model.Value, e.Version, e.Environment, e.ArtifactSha256, e.At,
                e.RequestedBy, e.Note, Json(e.Metrics), Json(e.Gate), Json(e.Outcome), e.ExpiresAt),
            ApprovalGranted e => new(
                """
                update approvals set
                    status = 'granted', mode = $3, outcome = $4::jsonb, decided_at = $5, decided_by = $6,
                    comment = $7
                where tenant_id = $1 and approval_id = $2
                """,
                tenant, id.Value, e.Mode is ReviewMode.SelfReview ? "self-review" : "four-eyes", Json(e.Outcome), e.At,
                e.GrantedBy, e.Comment),
            ApprovalRefused e => Ended(tenant, id, "refused", e.At, e.RefusedBy, e.Comment),
            ApprovalWithdrawn e => Ended(tenant, id, "withdrawn", e.At, e.WithdrawnBy, e.Comment),
            _ => null,
        };
        return write is null ? [] : [write];
    }

    private static DbWrite Ended(
        Guid tenant, ApprovalId id, string status, DateTimeOffset at, string by, string comment) => new(
        """
        update approvals set status = $3, decided_at = $4, decided_by = $5, comment = $6
        where tenant_id = $1 and approval_id = $2
        """,
        tenant, id.Value, status, at, by, comment);

    private static string? Json<T>(T value) =>
        value is null ? null : JsonSerializer.Serialize(value, PortalJson.Options);
}
