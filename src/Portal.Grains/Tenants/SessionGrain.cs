using Orleans;
using Portal.Grains.Runtime;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Tenants;

/// <inheritdoc cref="ISessionGrain" />
[GrainType("session")]
internal sealed class SessionGrain(GrainRuntime runtime) : DecidedGrain<SessionState>(runtime), ISessionGrain
{
    private SessionId Id => SessionId.TryParse(Key.Id, out var id)
        ? id
        : throw new InvalidOperationException("A session's key names no session.");

    public Task<Result<Unit>> StartAsync(CancellationToken cancel) =>
        DecideAsync("start", (s, c) => SessionDecider.Start(s, Id, c), cancel);

    public Task<Result<Unit>> EndAsync(CancellationToken cancel) =>
        DecideAsync("end", (s, c) => SessionDecider.End(s, Id, c), cancel);

    protected override IEnumerable<DbWrite> Project(
        SessionState after, IDomainEvent happened, DecisionContext context) => happened switch
        {
            SessionStarted e =>
            [
                new(
                    """
                    insert into sessions (tenant_id, session_id, user_id, strength, started_at, last_seen_at)
                    values ($1, $2, $3, $4, $5, $5)
                    """,
                    Key.Tenant.Value, e.Session.Value, e.User.Value, e.Strength, context.Now),
            ],
            SessionEnded e =>
            [
                new(
                    "update sessions set ended_at = $3 where tenant_id = $1 and session_id = $2",
                    Key.Tenant.Value, e.Session.Value, context.Now),
            ],
            _ => [],
        };
}
