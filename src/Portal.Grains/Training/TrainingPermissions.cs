using Portal.Tenancy.Access;

namespace Portal.Grains.Training;

/// <summary>What may be done in this feature, and who may do it.</summary>
public sealed class TrainingPermissions : IPermissionSource
{
    /// <summary>Sees training runs.</summary>
    public const string Read = "training.read";

    /// <summary>Plans, starts and cancels training.</summary>
    public const string Start = "training.start";

    /// <summary>Carries a run out and says what came of it.</summary>
    public const string Run = "training.run";

    /// <inheritdoc />
    public IEnumerable<Permission> Permissions =>
    [
        Permission.Of(Read, Role.Admin, Role.DataScientist, Role.Approver, Role.ComplianceOfficer, Role.Viewer),
        Permission.Of(Start, Role.Admin, Role.DataScientist),
        Permission.ForProduct(Run),
    ];
}
