using Portal.Tenancy.Access;

namespace Portal.Grains.Models;

/// <summary>What may be done in this feature, and who may do it.</summary>
public sealed class ModelsPermissions : IPermissionSource
{
    /// <summary>Sees models and versions.</summary>
    public const string Read = "models.read";

    /// <summary>Registers a version.</summary>
    public const string Register = "models.register";

    /// <summary>Renames and describes models.</summary>
    public const string Edit = "models.edit";

    /// <inheritdoc />
    public IEnumerable<Permission> Permissions =>
    [
        Permission.Of(Read, Role.Admin, Role.DataScientist, Role.Approver, Role.ComplianceOfficer, Role.Viewer),
        Permission.Of(Register, Role.Admin, Role.DataScientist),
        Permission.Of(Edit, Role.Admin, Role.DataScientist),
    ];
}
