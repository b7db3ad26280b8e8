using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>Refusals of this feature.</summary>
internal static class TenantErrors
{
    public static Error SlugTaken => new Conflict("slug-taken", "This workspace address is taken. Choose another one.")
    {
        Fields = [new("slug-taken", "This address is taken.", "slug")],
    };

    public static Error SignUpExpired =>
        new Conflict("sign-up-expired", "This sign-up took too long and was given up. Start it again.");

    public static Error NoTenant => new NotFound("not-found", "There is no such thing here.");

    public static Error NoMember => new NotFound("member-not-found", "There is no such member.");

    public static Error NoInvitation => new NotFound("invitation-not-found", "There is no such open invitation.");

    public static Error NoKey => new NotFound("key-not-found", "There is no such key, or it was revoked before.");

    public static Error InvitationInvalid => new NotFound(
        "invitation-invalid", "This invitation is not valid: it was used, taken back, has expired, or is incomplete.");

    public static Error EmailTaken => new Conflict("email-taken", "Somebody with this address is a member already.")
    {
        Fields = [new("email-taken", "This person is a member already.", "email")],
    };

    public static Error LastOwner =>
        new Conflict("last-owner", "A workspace needs an owner. Make somebody else an owner first.");

    public static Error RoleAboveOwn =>
        new Forbidden("role-above-own", "You can't give, change or take away a role above your own.");

    public static Error KeyBeyondMaker => new Forbidden(
        "key-beyond-maker", "A key made with a key can't live longer or may do more than that key.");

    public static Error NoPerson =>
        new Forbidden("no-person", "Only a member can do this, in person or by a key of his own.");

    public static Error TooMany(string what, int most) => new QuotaExceeded(
        "too-many-" + what, $"A workspace can have at most {most} {what}. Remove some first.");
}
