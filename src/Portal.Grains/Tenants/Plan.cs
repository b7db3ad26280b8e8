namespace Portal.Grains.Tenants;

/// <summary>What a tenant has booked. Stored and sent by name.</summary>
public enum Plan
{
    /// <summary>Self-service.</summary>
    Smb,

    /// <summary>Four eyes always, larger bounds.</summary>
    Enterprise,
}
