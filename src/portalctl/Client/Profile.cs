using System.Text.Json;

namespace Portal.Ctl.Client;

/// <summary>What <c>login</c> remembers, in a file that only its owner can read.</summary>
public sealed record Profile(string Url, string Token)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary><c>$XDG_CONFIG_HOME/portalctl/profile.json</c>, by default below <c>~/.config</c>.</summary>
    public static string Path => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.Create),
        "portalctl",
        "profile.json");

    /// <summary>What was remembered; null when nothing was.</summary>
    public static Profile? Load() =>
        File.Exists(Path) ? JsonSerializer.Deserialize<Profile>(File.ReadAllText(Path), PortalClient.Json) : null;

    /// <summary>Remembers it.</summary>
    public void Save()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!; // The path is never a root.
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        var next = Path + ".new"; // A new file, so that an old one's wider mode is not kept.
        File.Delete(next);
        using (var stream = new FileStream(next, options))
        {
            JsonSerializer.Serialize(stream, this, PortalClient.Json);
        }

        File.Move(next, Path, overwrite: true);
    }
}
