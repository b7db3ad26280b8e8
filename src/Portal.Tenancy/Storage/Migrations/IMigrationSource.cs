namespace Portal.Tenancy.Storage.Migrations;

/// <summary>
/// Migrations that an assembly contributes. All sources of a target are applied together, in the order of their
/// numbers.
/// </summary>
public interface IMigrationSource
{
    /// <summary>Which databases they are for.</summary>
    MigrationTarget Target { get; }

    /// <summary>What there is, in any order.</summary>
    IEnumerable<Migration> Migrations { get; }
}
