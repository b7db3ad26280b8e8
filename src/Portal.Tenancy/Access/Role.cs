namespace Portal.Tenancy.Access;

/// <summary>The built-in roles. Stored and sent by name.</summary>
public enum Role
{
    /// <summary>Reads everything that is not personal or secret.</summary>
    Viewer,

    /// <summary>Brings data, trains, registers, asks for approval, deploys outside production.</summary>
    DataScientist,

    /// <summary>Approves or refuses, and reads.</summary>
    Approver,

    /// <summary>Reads and exports all evidence, and changes nothing.</summary>
    ComplianceOfficer,

    /// <summary>Runs the tenant: members, keys, policies, and all that a data scientist does.</summary>
    Admin,

    /// <summary>Everything. Every tenant has at least one.</summary>
    Owner,
}
