using Portal.Architecture.Tests.Repository;

namespace Portal.Architecture.Tests.Tidy;

public sealed class MigrationTests
{
    [Fact]
    public void Migrations_WhenOfTheCell_HaveNumbersOfTheirOwn()
    {
        var migrations = SourceTree.Under("src/", ".sql")
            .Where(f => f.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(f => !f.Path.Contains("/Migrations/directory/", StringComparison.Ordinal))
            .ToList();
        migrations.ShouldNotBeEmpty();
        migrations.GroupBy(f => Path.GetFileName(f.Path)[..4], StringComparer.Ordinal)
            .Where(g => g.Count() > 1 || !g.Key.All(char.IsAsciiDigit))
            .Select(g => $"{g.Key}: {string.Join(", ", g)}")
            .ShouldBeNone("Migrations of one database run in the order of their numbers: NNNN_name.sql, each once.");
    }
}
