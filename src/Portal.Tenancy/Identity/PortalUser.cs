using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Identity;

/// <summary>A person of one tenant as ASP.NET Core Identity sees him. Mutable because Identity's stores are.</summary>
public sealed class PortalUser
{
    /// <summary>Who it is.</summary>
    public required UserId Id { get; init; }

    /// <summary>The address he signs in with.</summary>
    public required string Email { get; init; }

    /// <summary>What he is called.</summary>
    public required string Name { get; init; }

    /// <summary>His role.</summary>
    public required Access.Role Role { get; init; }

    /// <summary>Identity's hash of his password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password.</summary>
    public string SecurityStamp { get; set; } = "";
}
