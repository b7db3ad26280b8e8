using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Keys;

namespace Portal.Tenancy.Storage.Events;

/// <summary>
/// Personal fields. In the body stands <c>{"c": SHA-256(salt ‖ value), "k": subject}</c>, where value is canonical
/// JSON and the salt 32 random bytes; value and salt lie beside it, sealed by AES-256-GCM under the subject's key and
/// bound to the tenant, the event and the field.
/// </summary>
internal sealed class PersonalVault(IKeyStore keys)
{
    private const int SaltBytes = 32;

    /// <summary>
    /// Replaces one field by its commitment and puts the sealed value into <paramref name="personal"/>. When the
    /// subject's key was destroyed, the commitment alone stays.
    /// </summary>
    public async Task SealAsync(
        EventField field, JsonObject owner, string subject, JsonObject personal, CancellationToken cancel)
    {
        if (owner[field.Property] is not { } value)
        {
            return;
        }

        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        byte[] plain = [.. salt, .. CanonicalJson.GetBytes(value)];
        owner[field.Property] = new JsonObject
        {
            ["c"] = Convert.ToHexStringLower(SHA256.HashData(plain)),
            ["k"] = subject,
        };
        var key = await keys.GetAsync(field.Tenant, subject, create: true, cancel);
        personal[field.Path] = key is null ? "" : Convert.ToBase64String(Envelope.Seal(key, plain, field.Binding));
    }

    /// <summary>The value of a field; null when it can no longer be opened.</summary>
    /// <exception cref="InvalidDataException">The sealed value does not belong to the commitment.</exception>
    public async Task<JsonNode?> OpenAsync(
        EventField field, JsonObject commitment, string sealedValue, CancellationToken cancel)
    {
        var subject = (string?)commitment["k"] ?? "";
        var key = sealedValue.Length == 0 ? null : await keys.GetAsync(field.Tenant, subject, create: false, cancel);
        if (key is null)
        {
            return null;
        }

        var plain = Envelope.Open(key, Convert.FromBase64String(sealedValue), field.Binding);
        return Convert.ToHexStringLower(SHA256.HashData(plain)) == (string?)commitment["c"]
            ? JsonNode.Parse(plain.AsSpan(SaltBytes))
            : throw new InvalidDataException($"The personal field {field.Path} does not match its commitment.");
    }
}

/// <summary>
/// A personal field of an event: <see cref="Path"/> is unique in it, <see cref="Property"/> its JSON name.
/// </summary>
internal sealed record EventField(TenantId Tenant, Guid EventId, string Path, string Property)
{
    public byte[] Binding => Encoding.UTF8.GetBytes($"{Tenant.Value:N}/{EventId:N}/{Path}");
}
