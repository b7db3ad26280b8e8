using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Keys;

/// <summary>Every kind of grain key. Tenant-wide kinds have <c>-</c> for a project.</summary>
public static class GrainKeys
{
    /// <summary>The project of everything until a tenant makes more.</summary>
    public const string DefaultProject = "default";

    private const string TenantWide = "-";

    /// <summary>The tenant itself: members, keys, policies.</summary>
    public static GrainKey Tenant(TenantId tenant) => new(tenant, TenantWide, "tenant", tenant.ToString());

    /// <summary>A person's session.</summary>
    public static GrainKey Session(TenantId tenant, SessionId id) => new(tenant, TenantWide, "session", id.ToString());

    /// <summary>The log of what was denied to one actor.</summary>
    public static GrainKey Denials(TenantId tenant, string actor) => new(tenant, TenantWide, "denials", actor);

    /// <summary>The log of one actor's exports and reads of classified things.</summary>
    public static GrainKey Access(TenantId tenant, string actor) => new(tenant, TenantWide, "access", actor);

    /// <summary>A dataset with its versions.</summary>
    public static GrainKey Dataset(TenantId tenant, DatasetId id) => Of(tenant, "dataset", id.ToString());

    /// <summary>A training run.</summary>
    public static GrainKey Run(TenantId tenant, RunId id) => Of(tenant, "run", id.ToString());

    /// <summary>A registered model with its versions.</summary>
    public static GrainKey Model(TenantId tenant, ModelId id) => Of(tenant, "model", id.ToString());

    /// <summary>A request for approval.</summary>
    public static GrainKey Approval(TenantId tenant, ApprovalId id) => Of(tenant, "approval", id.ToString());

    /// <summary>A deployment.</summary>
    public static GrainKey Deployment(TenantId tenant, DeploymentId id) => Of(tenant, "deployment", id.ToString());

    private static GrainKey Of(TenantId tenant, string kind, string id) => new(tenant, DefaultProject, kind, id);
}
