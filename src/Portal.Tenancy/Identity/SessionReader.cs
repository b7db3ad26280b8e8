using Microsoft.Extensions.Options;
using Npgsql;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Tenancy.Identity;

/// <summary>Says whether a session lives, from memory for <see cref="SignInOptions.Fresh"/> at most.</summary>
public sealed class SessionReader(ICells cells, IOptions<SignInOptions> options, TimeProvider clock) : IDisposable
{
    private const int SessionsMax = 10_000;

    // A session is touched by use, but not by each use.
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);

    private readonly FreshCache<(TenantId, SessionId), SessionFacts> _cache = new(clock, SessionsMax);

    /// <summary>The session; null when it was ended, has run out, or its person has left.</summary>
    public async ValueTask<SessionFacts?> FindAsync(
        TenantId tenant, RegionCode region, SessionId session, CancellationToken cancel)
    {
        if (_cache.Find((tenant, session), options.Value.Fresh) is { } known)
        {
            return known;
        }

        var asked = clock.GetTimestamp();
        var now = clock.GetUtcNow();
        var found = await cells.Of(region).Database.FindAsync(
            tenant,
            new DbWrite(
                """
                select u.user_id, u.name, u.email, u.role, s.strength, s.last_seen_at
                from sessions s join users u on u.tenant_id = s.tenant_id and u.user_id = s.user_id
                where s.tenant_id = $1 and s.session_id = $2 and s.ended_at is null
                    and s.last_seen_at > $3 and s.started_at > $4
                """,
                tenant.Value, session.Value, now - options.Value.SessionIdle, now - options.Value.SessionMax),
            reader => new Row(Read(session, reader), reader.GetFieldValue<DateTimeOffset>(5)),
            cancel);
        if (found is null)
        {
            _cache.Forget((tenant, session));
            return null;
        }

        if (now - found.LastSeen > TouchEvery)
        {
            await TouchAsync(tenant, region, session, now, cancel);
        }

        _cache.Put((tenant, session), found.Facts, asked);
        return found.Facts;
    }

    /// <summary>Forgets what is remembered, because it was ended here.</summary>
    public void Forget(TenantId tenant, SessionId session) => _cache.Forget((tenant, session));

    /// <inheritdoc />
    public void Dispose() => _cache.Dispose();

    private Task TouchAsync(
        TenantId tenant, RegionCode region, SessionId session, DateTimeOffset now, CancellationToken cancel) =>
        cells.Of(region).Database.WriteAsync(
            tenant,
            [new DbWrite(
                "update sessions set last_seen_at = $3 where tenant_id = $1 and session_id = $2 and ended_at is null",
                tenant.Value, session.Value, now)],
            cancel);

    private static SessionFacts Read(SessionId session, NpgsqlDataReader reader) => new(
        session,
        new UserId(reader.GetGuid(0)),
        reader.GetString(1),
        reader.GetString(2),
        RoleName.Read(reader.GetString(3)),
        Enum.Parse<AuthStrength>(reader.GetString(4), ignoreCase: true));

    private sealed record Row(SessionFacts Facts, DateTimeOffset LastSeen);
}
