using Portal.Tenancy.Access;

namespace Portal.Grains.Tenants;

/// <summary>What may be done in this feature, and who may do it.</summary>
public sealed class TenantsPermissions : IPermissionSource
{
    /// <summary>Creates the tenant; used once, by its owner.</summary>
    public const string Create = "tenant.create";

    /// <summary>Comes in by an invitation; checked by the invitation's secret.</summary>
    public const string Join = "tenant.join";

    /// <summary>Begins and ends the own session.</summary>
    public const string Session = "session.manage";

    /// <summary>Sees the workspace's own facts.</summary>
    public const string Read = "tenant.read";

    /// <summary>Sees who belongs to it.</summary>
    public const string ReadMembers = "members.read";

    /// <summary>Invites people.</summary>
    public const string InviteMembers = "members.invite";

    /// <summary>Changes roles and removes people.</summary>
    public const string ManageMembers = "members.manage";

    /// <summary>Sees service keys, never their secrets.</summary>
    public const string ReadKeys = "keys.read";

    /// <summary>Makes and revokes service keys, at most with the own role.</summary>
    public const string ManageKeys = "keys.manage";

    /// <inheritdoc />
    public IEnumerable<Permission> Permissions =>
    [
        Permission.Of(Create),
        Permission.Of(Join, Role.Viewer),
        Permission.Of(Session, Role.Admin, Role.DataScientist, Role.Approver, Role.ComplianceOfficer, Role.Viewer),
        Permission.Of(Read, Role.Admin, Role.DataScientist, Role.Approver, Role.ComplianceOfficer, Role.Viewer),
        Permission.Of(ReadMembers, Role.Admin, Role.DataScientist, Role.Approver, Role.ComplianceOfficer, Role.Viewer),
        Permission.Of(InviteMembers, Role.Admin),
        Permission.Of(ManageMembers, Role.Admin),
        Permission.Of(ReadKeys, Role.Admin, Role.DataScientist, Role.Approver, Role.ComplianceOfficer),
        Permission.Of(ManageKeys, Role.Admin, Role.DataScientist, Role.Approver, Role.ComplianceOfficer),
    ];
}
