namespace Portal.Web.Features.Audit;

/// <summary>Actions that people look for; any other can be typed.</summary>
internal static class AuditActions
{
    public static readonly string[] All =
    [
        "approval.granted", "approval.refused", "approval.requested", "audit.exported", "audit.read",
        "dataset.accessed", "dataset.created", "dataset.version-added", "deployment.created", "deployment.routed",
        "deployment.stopped", "member.invited", "member.joined", "member.removed", "member.role-changed",
        "model.version-registered", "run.finished", "run.queued", "service-key.created", "service-key.revoked",
        "session.started",
    ];
}
