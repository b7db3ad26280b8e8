using System.Collections.Immutable;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>Makes and revokes service keys.</summary>
public sealed class ServiceKeyService(
    GrainGateway gateway, PermissionCatalog catalog, ServiceKeyReader reader, TimeProvider clock)
{
    /// <summary>Makes a key; its text is handed out once, and not at all when the request is a repeated one.</summary>
    public async Task<Result<IssuedKey>> CreateAsync(
        CallContext call, string? name, Role role, ImmutableArray<string> scopes, int? days, CancellationToken cancel)
    {
        var unknown = scopes.IsDefault ? [] : scopes.Except(catalog.All.Select(p => p.Name)).ToImmutableArray();
        if (unknown.Length > 0)
        {
            return TenantFaults.Of(unknown.Select(
                s => new FieldError("scope-unknown", $"There is no permission called '{s}'.", "scopes")));
        }

        var principal = call.Principal;
        var key = Credential.New(Credential.ServiceKey, principal.Region, ServiceKeyId.New(clock).Value);
        var command = new NewServiceKey(
            new(key.Id), name?.Trim() ?? string.Empty, role, scopes.IsDefault ? [] : scopes, days, key.Hash());
        var made = await gateway.CallAsync<ITenantGrain, ServiceKeyMade>(
            call, GrainKeys.Tenant(principal.Tenant), g => g.CreateKeyAsync(command, cancel));
        return made.Map(m => new IssuedKey(m.Id, m.ExpiresAt, m.Id == command.Id ? key.Text : null));
    }

    /// <summary>Revokes a key; it is dead here at once, elsewhere within 3 s.</summary>
    public async Task<Result<Unit>> RevokeAsync(CallContext call, ServiceKeyId key, CancellationToken cancel)
    {
        var revoked = await gateway.CallAsync<ITenantGrain, Unit>(
            call, GrainKeys.Tenant(call.Principal.Tenant), g => g.RevokeKeyAsync(key, cancel));
        reader.Forget(key);
        return revoked;
    }
}

/// <summary>A key just made.</summary>
public sealed record IssuedKey(ServiceKeyId Id, DateTimeOffset ExpiresAt, string? Text);
