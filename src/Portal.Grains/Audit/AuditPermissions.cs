using Portal.Tenancy.Access;

namespace Portal.Grains.Audit;

/// <summary>What may be done in this feature, and who may do it.</summary>
public sealed class AuditPermissions : IPermissionSource
{
    /// <summary>Reads the log.</summary>
    public const string Read = "audit.read";

    /// <summary>Exports the log.</summary>
    public const string Export = "audit.export";

    /// <inheritdoc />
    public IEnumerable<Permission> Permissions =>
    [
        Permission.Of(Read, Role.Admin, Role.ComplianceOfficer),
        Permission.Of(Export, Role.Admin, Role.ComplianceOfficer),
    ];
}
