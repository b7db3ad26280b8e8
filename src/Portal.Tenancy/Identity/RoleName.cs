using System.Text.Json;
using Portal.Tenancy.Access;

namespace Portal.Tenancy.Identity;

/// <summary>Roles as tables, JSON and addresses carry them: <c>data-scientist</c>.</summary>
public static class RoleName
{
    /// <summary>The name of a role.</summary>
    public static string Of(Role role) => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    /// <summary>Reads a name that <see cref="Of"/> wrote.</summary>
    public static Role Read(string name) =>
        TryRead(name, out var role) ? role : throw new FormatException($"'{name}' is not a role.");

    /// <summary>Reads a name from outside.</summary>
    public static bool TryRead(string? name, out Role role)
    {
        foreach (var known in Enum.GetValues<Role>())
        {
            if (string.Equals(Of(known), name, StringComparison.OrdinalIgnoreCase))
            {
                role = known;
                return true;
            }
        }

        role = default;
        return false;
    }
}
