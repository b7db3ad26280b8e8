using Portal.Tenancy.Access;

namespace Portal.Grains.Deployments;

/// <summary>What may be done in this feature, and who may do it.</summary>
public sealed class DeploymentsPermissions : IPermissionSource
{
    /// <summary>Sees deployments.</summary>
    public const string Read = "deployments.read";

    /// <summary>Makes an endpoint.</summary>
    public const string Create = "deployments.create";

    /// <summary>Sends a version to an endpoint; production needs an approval besides.</summary>
    public const string Deploy = "deployments.deploy";

    /// <summary>Goes back to the version before.</summary>
    public const string Rollback = "deployments.rollback";

    /// <summary>Takes an endpoint away.</summary>
    public const string Stop = "deployments.stop";

    /// <summary>Routes a revision that is loaded; only the product itself does that.</summary>
    public const string Conclude = "deployments.conclude";

    /// <inheritdoc />
    public IEnumerable<Permission> Permissions =>
    [
        Permission.Of(Read, Role.Admin, Role.DataScientist, Role.Approver, Role.ComplianceOfficer, Role.Viewer),
        Permission.Of(Create, Role.Admin, Role.DataScientist),
        Permission.Of(Deploy, Role.Admin, Role.DataScientist),
        Permission.Of(Rollback, Role.Admin, Role.DataScientist, Role.Approver),
        Permission.Of(Stop, Role.Admin, Role.DataScientist),
        Permission.ForProduct(Conclude),
    ];
}
