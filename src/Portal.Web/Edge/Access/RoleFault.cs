using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Edge.Access;

/// <summary>The refusal of a role that there is not.</summary>
internal static class RoleFault
{
    public static Error Of(string? role)
    {
        var known = string.Join(", ", Enum.GetValues<Role>().Select(RoleName.Of));
        return new Invalid("role-unknown", "There is no such role.")
        {
            Fields = [new("role-unknown", $"'{role}' is no role. Roles are {known}.", "role")],
        };
    }
}
