using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>Signs people in by password, and out.</summary>
public sealed partial class SignInService(
    PortalUsers users,
    SessionReader sessions,
    GrainGateway gateway,
    IOptions<SignInOptions> options,
    TimeProvider clock,
    ILogger<SignInService> log)
{
    // One answer for unknown, wrong and locked out: nobody learns which addresses are members.
    private static readonly Error Refused = new Forbidden(
        "sign-in-refused",
        "E-mail or password is wrong, or signing in is blocked for some minutes after too many attempts.");

    private readonly Lazy<PortalUser> _nobody = new(() =>
    {
        var nobody = new PortalUser { Id = default, Email = "nobody", Name = "nobody", Role = Role.Viewer };
        nobody.PasswordHash = users.Hash(nobody, Guid.CreateVersion7().ToString());
        return nobody;
    });

    /// <summary>Begins a session; each failure costs as much time, whatever its cause.</summary>
    public async Task<Result<SessionFacts>> SignInAsync(
        TenantId tenant, RegionCode region, string? email, string? password, ClientOrigin? origin,
        CancellationToken cancel)
    {
        var store = users.StoreOf(tenant, region);
        using var manager = users.ManagerOf(store);
        var user = string.IsNullOrWhiteSpace(email)
            ? null
            : await store.FindByEmailAsync(EmailAddress.Normalize(email), cancel);
        var allowed = user is not null && await store.TryBeginAttemptAsync(
            user.Id, options.Value.FailuresMax, options.Value.Lockout, clock.GetUtcNow(), cancel);
        var right = await manager.CheckPasswordAsync(user ?? _nobody.Value, password ?? string.Empty);
        if (user is null || !allowed || !right)
        {
            LogRefused(tenant.ToString(), user?.Id.ToString(), user is not null && !allowed);
            return Refused;
        }

        await store.ForgetAttemptsAsync(user.Id, cancel);
        return await StartAsync(tenant, region, user, origin, cancel);
    }

    /// <summary>Ends a session; ending it twice is no fault.</summary>
    public async Task SignOutAsync(
        TenantId tenant, RegionCode region, SessionFacts session, ClientOrigin? origin, CancellationToken cancel)
    {
        var call = new CallContext(
            session.ToPrincipal(tenant, region) with { Origin = origin }, PublicId.New(clock));
        await gateway.CallAsync<ISessionGrain, Unit>(
            call, GrainKeys.Session(tenant, session.Session), g => g.EndAsync(cancel));
        sessions.Forget(tenant, session.Session);
    }

    private async Task<Result<SessionFacts>> StartAsync(
        TenantId tenant, RegionCode region, PortalUser user, ClientOrigin? origin, CancellationToken cancel)
    {
        var facts = new SessionFacts(
            SessionId.New(clock), user.Id, user.Name, user.Email, user.Role, AuthStrength.Password);
        var call = new CallContext(facts.ToPrincipal(tenant, region) with { Origin = origin }, PublicId.New(clock));
        var started = await gateway.CallAsync<ISessionGrain, Unit>(
            call, GrainKeys.Session(tenant, facts.Session), g => g.StartAsync(cancel));
        return started.Map(_ => facts);
    }

    [LoggerMessage(2110, LogLevel.Warning, "Refused a sign-in to {Tenant} of {User}; locked out: {LockedOut}")]
    private partial void LogRefused(string tenant, string? user, bool lockedOut);
}
