using Portal.Tenancy.Access;

namespace Portal.Grains.Datasets;

/// <summary>What may be done in this feature, and who may do it.</summary>
public sealed class DatasetsPermissions : IPermissionSource
{
    /// <summary>Sees datasets and their statistics.</summary>
    public const string Read = "datasets.read";

    /// <summary>Uploads data and corrects its types.</summary>
    public const string Create = "datasets.create";

    /// <summary>Deletes a dataset for good.</summary>
    public const string Delete = "datasets.delete";

    /// <summary>Reports that deleted bytes are gone: due work alone.</summary>
    public const string ConfirmDestroyed = "datasets.confirm-destroyed";

    /// <inheritdoc />
    public IEnumerable<Permission> Permissions =>
    [
        Permission.Of(Read, Role.Admin, Role.DataScientist, Role.Approver, Role.ComplianceOfficer, Role.Viewer),
        Permission.Of(Create, Role.Admin, Role.DataScientist),
        Permission.Of(Delete, Role.Admin),
        Permission.ForProduct(ConfirmDestroyed),
    ];
}
