using Portal.Tenancy.Access;

namespace Portal.Grains.Monitoring;

/// <summary>What may be done in this feature, and who may do it.</summary>
public sealed class MonitoringPermissions : IPermissionSource
{
    /// <summary>Sees traffic, latency, errors and drift.</summary>
    public const string Read = "monitoring.read";

    /// <inheritdoc />
    public IEnumerable<Permission> Permissions =>
    [
        Permission.Of(Read, Role.Admin, Role.DataScientist, Role.Approver, Role.ComplianceOfficer, Role.Viewer),
    ];
}
