using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Regions;

namespace Portal.Tenancy.Storage.Database;

/// <summary>
/// The passwords of the two login roles: made at the first start, kept in the data folder for the owner only.
/// </summary>
internal sealed class DatabasePasswords
{
    public DatabasePasswords(IOptions<PortalOptions> options)
    {
        Directory.CreateDirectory(options.Value.Data);
        var folder = Path.Combine(Path.GetFullPath(options.Value.Data), "secrets");
        var path = Path.Combine(folder, "database.json");
        if (!File.Exists(path))
        {
            DurableFile.CreateFolder(folder);
            var made = new Stored(Random(), Random());
            DurableFile.TryCreate(path, JsonSerializer.SerializeToUtf8Bytes(made));
        }

        var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(path))
            ?? throw new InvalidDataException("The file of database passwords is empty.");
        (App, System) = (stored.App, stored.System);
    }

    public string App { get; }

    public string System { get; }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    private sealed record Stored(string App, string System);
}
