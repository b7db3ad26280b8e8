using Portal.Tenancy.Access;

namespace Portal.Grains.Tenants;

/// <summary>Which roles a role stands above. Not a ladder: an approver is not above a data scientist.</summary>
public static class RoleRules
{
    /// <summary>
    /// Whether whoever holds <paramref name="own"/> may give <paramref name="given"/>, or act on its holder.
    /// </summary>
    public static bool Covers(Role own, Role given) => own switch
    {
        Role.Owner => true,
        Role.Admin => given is not Role.Owner,
        Role.DataScientist or Role.Approver or Role.ComplianceOfficer or Role.Viewer =>
            given == own || given is Role.Viewer,
    };
}
