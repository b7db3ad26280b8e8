using Portal.Tenancy.Access;

namespace Portal.Grains.Approvals;

/// <summary>What may be done in this feature, and who may do it.</summary>
public sealed class ApprovalsPermissions : IPermissionSource
{
    /// <summary>Sees requests and what was decided.</summary>
    public const string Read = "approvals.read";

    /// <summary>Asks for approval.</summary>
    public const string Request = "approvals.request";

    /// <summary>Approves or refuses.</summary>
    public const string Decide = "approvals.decide";

    /// <inheritdoc />
    public IEnumerable<Permission> Permissions =>
    [
        Permission.Of(Read, Role.Admin, Role.DataScientist, Role.Approver, Role.ComplianceOfficer, Role.Viewer),
        Permission.Of(Request, Role.Admin, Role.DataScientist),
        Permission.Of(Decide, Role.Admin, Role.Approver),
    ];
}
