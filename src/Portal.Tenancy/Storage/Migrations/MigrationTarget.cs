namespace Portal.Tenancy.Storage.Migrations;

/// <summary>Which kind of database a migration is for.</summary>
public enum MigrationTarget
{
    /// <summary>The database of every cell.</summary>
    Cell,

    /// <summary>The one directory of slugs.</summary>
    Directory,
}
