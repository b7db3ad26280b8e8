using System.Diagnostics;
using Npgsql;

namespace Portal.Tests;

/// <summary>
/// The server that tests make their databases on: the one at <c>PORTAL_TEST_DATABASE</c>, which <c>./portal test</c>
/// starts, or else the one of <c>scripts/test-db.sh</c>, which is started once and stays for the next run.
/// </summary>
public static class EmbeddedPostgres
{
    private const string Variable = "PORTAL_TEST_DATABASE";
    private static readonly Lazy<string> Found =
        new(() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Start());

    /// <summary>The connection string of a superuser.</summary>
    public static string Server => Found.Value;

    /// <summary>
    /// Puts the roles' passwords into a portal's data folder. Roles belong to the whole server: portals under test side
    /// by side must agree on their passwords.
    /// </summary>
    public static void ShareRoles(string data)
    {
        var secrets = Directory.CreateDirectory(Path.Combine(data, "secrets"));
        File.WriteAllText(Path.Combine(secrets.FullName, "database.json"), """{"App":"a","System":"s"}""");
    }

    private static string Start()
    {
        var script = Path.Combine(Root(), "scripts", "test-db.sh");
        using var process = Process.Start(new ProcessStartInfo(script, "start") { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{script} did not start.");
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        // export PORTAL_TEST_DATABASE="…" and more of the kind.
        var given =
            said.Split('"') is [var export, var value, ..] && export.Contains(Variable, StringComparison.Ordinal)
            ? value
            : throw new InvalidOperationException($"Run \"{script} start\" and export what it prints. It said: {said}");
        return new NpgsqlConnectionStringBuilder(given).ConnectionString;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"Set {Variable}: the repository is not above.");
    }
}
