namespace Portal.Tenancy.Storage.Migrations;

/// <summary>One SQL file, which is one transaction. Numbers are unique per target and give the order.</summary>
public sealed record Migration(int Number, string Name, string Sql);
