using Portal.Tenancy.Access;

namespace Portal.Grains.Serving;

/// <summary>What may be done in this feature, and who may do it.</summary>
public sealed class ServingPermissions : IPermissionSource
{
    /// <summary>Asks an endpoint for predictions.</summary>
    public const string Predict = "endpoints.predict";

    /// <inheritdoc />
    public IEnumerable<Permission> Permissions =>
    [
        Permission.Of(Predict, Role.Admin, Role.DataScientist),
    ];
}
