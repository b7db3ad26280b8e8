using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Portal.Tenancy.Storage.Migrations;

/// <summary>
/// The embedded resources of an assembly whose names hold <paramref name="folder"/> (dots for slashes, such as
/// <c>.Migrations.</c>) and end in <c>NNNN_name.sql</c>.
/// </summary>
public sealed partial class EmbeddedMigrations(Assembly assembly, string folder, MigrationTarget target)
    : IMigrationSource
{
    /// <inheritdoc />
    public MigrationTarget Target => target;

    /// <inheritdoc />
    public IEnumerable<Migration> Migrations
    {
        get
        {
            foreach (var resource in assembly.GetManifestResourceNames())
            {
                var match = FileName().Match(resource);
                if (match.Success && resource.Contains(folder, StringComparison.Ordinal))
                {
                    var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
                    yield return new(number, match.Groups["name"].Value, Read(resource));
                }
            }
        }
    }

    private string Read(string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} can't be read.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"(?<number>\d{4})_(?<name>[a-z0-9_]+)\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
