using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Web.Edge.Access;
using Portal.Web.Edge.Tenants;

namespace Portal.Web.Edge.Identity;

/// <summary>
/// Keeps a circuit's user true: a session that ended anywhere ends here, and a role that changed changes here, within
/// 5 s (this pause, and what <see cref="SessionReader"/> remembers).
/// </summary>
internal sealed partial class CircuitSession(
    AuthenticationStateProvider users, CurrentTenant tenant, SessionReader sessions, TimeProvider clock,
    ILogger<CircuitSession> log)
    : CircuitHandler, IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _closed = new();
    private Task _watch = Task.CompletedTask;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (users is CircuitUser user && tenant.Value is { } here)
        {
            _watch = WatchAsync(user, here, _closed.Token);
        }

        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _watch;
        _closed.Dispose();
    }

    private async Task WatchAsync(CircuitUser user, TenantContext here, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancel))
            {
                await LookAsync(user, here, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
    }

    private async Task LookAsync(CircuitUser user, TenantContext here, CancellationToken cancel)
    {
        try
        {
            var known = PrincipalClaims.Read((await user.GetAuthenticationStateAsync()).User);
            if (known is not { Type: ActorType.User } || !SessionId.TryParse(known.SessionId, out var session))
            {
                return;
            }

            var now = await sessions.FindAsync(here.TenantId, here.Region, session, cancel);
            if (now is null)
            {
                user.Set(new ClaimsPrincipal(new ClaimsIdentity()));
            }
            else if (now.Role != known.Role)
            {
                user.Set(SessionUser.Of(now, here));
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e); // The database is away: commands fail by themselves, and the next look tells.
        }
    }

    [LoggerMessage(1010, LogLevel.Warning, "Could not look whether a session still lives")]
    private partial void LogFailed(Exception fault);
}
