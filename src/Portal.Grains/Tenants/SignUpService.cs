using System.Security.Cryptography;
using System.Text;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Tenants;

/// <summary>
/// Opens a workspace: reserve the address, make the tenant's key, make the tenant, confirm the address. A crash
/// anywhere leaves a reservation, which the same sign-up continues and <see cref="SignUpReconciler"/> settles.
/// </summary>
public sealed class SignUpService
{
    // A reservation that was given up under our feet is made anew, once.
    private const int AttemptsMax = 3;

    private readonly ICells _cells;
    private readonly ITenantDirectory _directory;
    private readonly GrainGateway _gateway;
    private readonly PortalUsers _users;
    private readonly TermsCatalog _terms;
    private readonly SignUpRules _rules;
    private readonly TimeProvider _clock;

    /// <summary>Needs the cells, their directory and the grains.</summary>
    public SignUpService(
        ICells cells, ITenantDirectory directory, GrainGateway gateway, PortalUsers users, TermsCatalog terms,
        TimeProvider clock)
    {
        (_cells, _directory, _gateway, _users, _terms, _clock) = (cells, directory, gateway, users, terms, clock);
        _rules = new(cells, terms);
    }

    /// <summary>
    /// Opens the workspace. With the same <paramref name="idempotencyKey"/>, address and e-mail as before, the answer
    /// is the same as before, without the service key.
    /// </summary>
    public async Task<Result<SignedUp>> SignUpAsync(
        SignUpRequest request, string? idempotencyKey, ClientOrigin? origin, CancellationToken cancel)
    {
        var faults = _rules.Check(request);
        if (faults.Count > 0)
        {
            return TenantFaults.Of(faults);
        }

        var wanted = new Wanted(
            request.Workspace!.Trim(), request.Slug!, new RegionCode(request.Region!), request.Name!.Trim(),
            request.Email!.Trim(), request.Password!, request.CreateKey, idempotencyKey, origin); // Checked above.
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var outcome = await TryAsync(wanted, cancel);
            if (outcome.Error?.Code != TenantErrors.SignUpExpired.Code)
            {
                return outcome;
            }
        }

        return TenantErrors.SignUpExpired;
    }

    private async Task<Result<SignedUp>> TryAsync(Wanted wanted, CancellationToken cancel)
    {
        if (await ReserveAsync(wanted, cancel) is not { } entry)
        {
            return TenantErrors.SlugTaken;
        }

        var cell = _cells.Of(entry.Region);
        await cell.Keys.CreateTenantAsync(entry.Tenant, cancel);
        var key = wanted.CreateKey
            ? Credential.New(Credential.ServiceKey, entry.Region, ServiceKeyId.New(_clock).Value)
            : null;
        var made = await CreateAsync(wanted, cell, entry, key, cancel);
        if (!made.Ok)
        {
            if (made.Error.Code == TenantErrors.SignUpExpired.Code)
            {
                await _directory.ReleaseAsync(entry.Tenant, cancel);
            }

            return made.Error;
        }

        await _directory.ConfirmAsync(entry.Tenant, cancel);
        return new SignedUp(
            entry.Tenant, entry.Slug, entry.Region, made.Value.Owner, made.Value.Now ? key?.Text : null);
    }

    /// <summary>
    /// Ours, or one that was left in the middle, or, for a repeated request, the confirmed one: whose it is the
    /// tenant's grain decides. Null when the address is taken.
    /// </summary>
    private async Task<DirectoryEntry?> ReserveAsync(Wanted wanted, CancellationToken cancel)
    {
        var fresh = new DirectoryEntry(wanted.Slug, TenantId.New(_clock), wanted.Region);
        if (await _directory.ReserveAsync(fresh, cancel))
        {
            return fresh;
        }

        if (await _directory.FindAsync(wanted.Slug, cancel) is { } confirmed)
        {
            return wanted.IdempotencyKey is not null && confirmed.Region == wanted.Region ? confirmed : null;
        }

        var anyAge = _clock.GetUtcNow().AddMinutes(1);
        return (await _directory.PendingAsync(wanted.Region, anyAge, cancel))
            .FirstOrDefault(e => e.Slug == wanted.Slug);
    }

    private async Task<Result<TenantMade>> CreateAsync(
        Wanted wanted, ICell cell, DirectoryEntry entry, Credential? key, CancellationToken cancel)
    {
        var person = new PortalUser
        {
            Id = UserId.New(_clock),
            Email = wanted.Email,
            Name = wanted.Name,
            Role = Role.Owner,
        };
        var command = new CreateTenant(
            wanted.Workspace,
            wanted.Slug,
            new(person.Id, person.Email, person.Name, _users.Hash(person, wanted.Password)),
            [.. _terms.All.Select(t => new AcceptedTerms(t.Document, t.Version, t.Sha256))],
            await IdentifyAsync(wanted, cell, entry.Tenant, cancel),
            key is null ? null : new(new(key.Id), "Sign-up", Role.Owner, [], Days: null, key.Hash()));
        var owner = new Principal(
            entry.Tenant, entry.Region, ActorType.User, person.Id.Value, Role.Owner, AuthStrength.None)
        {
            Person = person.Id,
            Origin = wanted.Origin,
        };
        return await _gateway.CallAsync<ITenantGrain, TenantMade>(
            new CallContext(owner, PublicId.New(_clock)), GrainKeys.Tenant(entry.Tenant),
            g => g.CreateAsync(command, cancel));
    }

    // Under the tenant's key, so that the log holds no hash of an address that could be tried out.
    private static async Task<string> IdentifyAsync(
        Wanted wanted, ICell cell, TenantId tenant, CancellationToken cancel)
    {
        var text = $"{wanted.IdempotencyKey}\n{wanted.Slug}\n{EmailAddress.Normalize(wanted.Email)}";
        var key = await cell.Keys.DeriveAsync(tenant, "sign-up", cancel);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    private sealed record Wanted(
        string Workspace, string Slug, RegionCode Region, string Name, string Email, string Password, bool CreateKey,
        string? IdempotencyKey, ClientOrigin? Origin);
}
