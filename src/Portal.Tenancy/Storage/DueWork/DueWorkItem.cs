using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Storage.DueWork;

/// <summary>
/// A leased row. <paramref name="Attempt"/> counts from 1; <paramref name="Generation"/> tells whether the row was
/// replaced while it ran.
/// </summary>
public sealed record DueWorkItem(
    TenantId Tenant,
    string Key,
    string Kind,
    string Command,
    int Attempt,
    long Generation,
    DateTimeOffset DueAt);
