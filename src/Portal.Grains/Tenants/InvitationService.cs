using Npgsql;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Tenants;

/// <summary>Invites people and lets them in.</summary>
public sealed class InvitationService(ICells cells, GrainGateway gateway, PortalUsers users, TimeProvider clock)
{
    /// <summary>The refusal of every token that leads nowhere.</summary>
    public static Error Invalid => TenantErrors.InvitationInvalid;

    /// <summary>
    /// Invites somebody; the token is handed out once, and not at all when the request is a repeated one.
    /// </summary>
    public async Task<Result<IssuedInvitation>> InviteAsync(
        CallContext call, string? email, Role role, CancellationToken cancel)
    {
        var principal = call.Principal;
        var token = Credential.New(Credential.Invitation, principal.Region, InvitationId.New(clock).Value);
        var command = new InviteMember(new(token.Id), email?.Trim() ?? string.Empty, role, token.Hash());
        var made = await gateway.CallAsync<ITenantGrain, InvitationMade>(
            call, GrainKeys.Tenant(principal.Tenant), g => g.InviteAsync(command, cancel));
        return made.Map(m => new IssuedInvitation(m.Id, m.ExpiresAt, m.Id == command.Id ? token.Text : null));
    }

    /// <summary>The tenant that a token leads to; null when it leads nowhere here.</summary>
    public async Task<OpenDoor?> FindAsync(string? token, CancellationToken cancel)
    {
        if (!Credential.TryParse(Credential.Invitation, token, out var credential) || !cells.Has(credential.Region))
        {
            return null;
        }

        var cell = cells.Of(credential.Region);
        await using var command = cell.SystemDatabase.CreateCommand(
            "select tenant_id from invitations where invitation_id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = credential.Id });
        if (await command.ExecuteScalarAsync(cancel) is not Guid tenant)
        {
            return null;
        }

        return await cell.Database.FindAsync(
            new TenantId(tenant),
            new DbWrite(
                """
                select t.slug, t.name, i.email, i.role from invitations i join tenants t on t.tenant_id = i.tenant_id
                where i.tenant_id = $1 and i.invitation_id = $2 and i.status = 'open' and i.expires_at > $3
                """,
                tenant, credential.Id, clock.GetUtcNow()),
            r => new OpenDoor(
                new TenantId(tenant), cell.Region, r.GetString(0), r.GetString(1), r.GetString(2),
                RoleName.Read(r.GetString(3)), credential),
            cancel);
    }

    /// <summary>Makes the invited person a member.</summary>
    public async Task<Result<Joined>> JoinAsync(
        string? token, string? name, string? password, ClientOrigin? origin, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } door)
        {
            return TenantErrors.InvitationInvalid;
        }

        List<FieldError> faults =
        [
            .. TenantFaults.Name(name, "name"),
            .. PasswordRules.Check(password, door.Email, name, door.Slug),
        ];
        if (faults.Count > 0)
        {
            return TenantFaults.Of(faults);
        }

        var person = new PortalUser
        {
            Id = UserId.New(clock),
            Email = door.Email,
            Name = name!.Trim(), // Checked above, the password as well.
            Role = door.Role,
        };
        var principal = new Principal(
            door.Tenant, door.Region, ActorType.User, person.Id.Value, Role.Viewer, AuthStrength.None)
        {
            Person = person.Id,
            Origin = origin,
        };
        var command = new JoinTenant(
            new(door.Token.Id), door.Token.Hash(), person.Id, person.Name, users.Hash(person, password!));
        var joined = await gateway.CallAsync<ITenantGrain, Unit>(
            new CallContext(principal, PublicId.New(clock)), GrainKeys.Tenant(door.Tenant),
            g => g.JoinAsync(command, cancel));
        return joined.Map(_ => new Joined(person.Id, door.Tenant, door.Region, door.Slug, door.Email));
    }
}

/// <summary>An invitation just made.</summary>
public sealed record IssuedInvitation(InvitationId Id, DateTimeOffset ExpiresAt, string? Token);

/// <summary>Where an invitation leads, for the page that shows it.</summary>
public sealed record OpenDoor(
    TenantId Tenant, RegionCode Region, string Slug, string Workspace, string Email, Role Role, Credential Token);

/// <summary>Somebody who has just become a member.</summary>
public sealed record Joined(UserId User, TenantId Tenant, RegionCode Region, string Slug, string Email);
