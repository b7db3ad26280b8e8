using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Runtime;

/// <summary>The permission check of queries, which read read models without calling a grain.</summary>
public sealed class PermissionGate(PermissionCatalog catalog, DenialLog denials)
{
    /// <summary>Null when allowed; otherwise the refusal, which then stands in the tenant's log.</summary>
    public async Task<Error?> CheckAsync(
        Principal principal, string permission, string kind, string id, CancellationToken cancel)
    {
        if (catalog.Allows(principal, permission))
        {
            return null;
        }

        await denials.RecordAsync(principal, permission, kind, id, "permission-denied", cancel);
        return new Forbidden("permission-denied", $"Your role does not allow this ({permission}).");
    }
}
