using System.Text.Json;

namespace Portal.Ctl.Client;

/// <summary>What <c>login</c> remembers, in a file that only its owner can read.</summary>
public sealed record Profile(string Url, string Token)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>What was remembered below <paramref name="folder"/>; null when nothing was.</summary>
    public static Profile? Load(string folder) => File.Exists(PathIn(folder))
        ? JsonSerializer.Deserialize<Profile>(File.ReadAllText(PathIn(folder)), PortalClient.Json)
        : null;

    /// <summary>Where it is remembered below the folder of settings, which is <c>~/.config</c> by default.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, "portalctl", "profile.json");

    /// <summary>Remembers it.</summary>
    public void Save(string folder)
    {
        var path = PathIn(folder);
        Directory.CreateDirectory(Path.Combine(folder, "portalctl"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        var next = path + ".new"; // A new file, so that an old one's wider mode is not kept.
        File.Delete(next);
        using (var stream = new FileStream(next, options))
        {
            JsonSerializer.Serialize(stream, this, PortalClient.Json);
        }

        File.Move(next, path, overwrite: true);
    }
}
