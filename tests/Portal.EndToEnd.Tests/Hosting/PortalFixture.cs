using Microsoft.Playwright;
using Npgsql;
using Portal.Tests.Client;

namespace Portal.EndToEnd.Tests.Hosting;

/// <summary>The real portal as a process of its own, and a real browser.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    private const string DefaultServer = "Host=127.0.0.1;Port=54329;Username=postgres";
    private const float WaitMilliseconds = 60_000;
    private readonly string _prefix = $"e_{Guid.NewGuid():N}"[..12];
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"portal-e2e-{Guid.NewGuid():N}");
    private readonly List<Person> _people = [];
    private PortalProcess? _process;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private int _last;

    private static string Server => Environment.GetEnvironmentVariable("PORTAL_TEST_DATABASE") ?? DefaultServer;

    /// <summary>The address, without a slash at the end.</summary>
    public string Root => _process!.Root;

    /// <summary>An address for a new workspace.</summary>
    public string NewSlug(string name) => $"{name}-{Interlocked.Increment(ref _last)}";

    public async Task InitializeAsync()
    {
        var secrets = Directory.CreateDirectory(Path.Combine(_data, "secrets"));

        // Roles belong to the whole server: portals under test side by side must agree on their passwords.
        await File.WriteAllTextAsync(Path.Combine(secrets.FullName, "database.json"), """{"App":"a","System":"s"}""");
        var app = PortalApp.Find();
        _process = new PortalProcess(app.Path, _data, Server, _prefix, Settings(app));
        await _process.StartAsync(CancellationToken.None);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run",
            ],
        });
        Assertions.SetDefaultExpectTimeout(WaitMilliseconds);
    }

    /// <summary>A person with a browser of his own: no cookie is shared with another one.</summary>
    public async Task<Person> NewPersonAsync(
        string name, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Root,
            ViewportSize = new() { Width = width, Height = 1000 },
            ColorScheme = scheme,
            Locale = "en-GB",
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(WaitMilliseconds);
        context.SetDefaultNavigationTimeout(WaitMilliseconds);
        var person = new Person(name, Root, context, await context.NewPageAsync());
        _people.Add(person);
        return person;
    }

    /// <summary>
    /// Plays a scenario. Where it fails, pictures of what everybody saw are left in <c>artifacts/e2e</c>.
    /// </summary>
    public async Task PlayAsync(string name, Func<Task> scenario)
    {
        try
        {
            await scenario();
        }
        catch (Exception failure)
        {
            foreach (var person in _people)
            {
                await person.PictureAsync(
                    Path.Combine(PortalApp.Root, "artifacts", "e2e", $"{name}-{person.Name}.png"));
            }

            var places = string.Join(", ", _people.Select(p => $"{p.Name} at {p.Page.Url}"));
            throw new InvalidOperationException($"{failure.Message}\n{places}", failure);
        }
        finally
        {
            foreach (var person in _people)
            {
                await person.DisposeAsync();
            }

            _people.Clear();
        }
    }

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await (_process?.DisposeAsync() ?? ValueTask.CompletedTask);
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        foreach (var name in (string[])["ae_north", "eu_west", "directory"])
        {
#pragma warning disable CA2100 // Names of this class alone.
            await using var drop = new NpgsqlCommand(
                $"drop database if exists {_prefix}_{name} with (force)", connection);
#pragma warning restore CA2100
            await drop.ExecuteNonQueryAsync();
        }

        Directory.Delete(_data, recursive: true);
    }

    private static Dictionary<string, string> Settings(PortalApp app)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = app.Environment,
            ["Portal__Doors__AttemptsPerMinute"] = "10000",
        };
        var native = Path.Combine(PortalApp.Root, ".portal", "native");
        if (Environment.GetEnvironmentVariable("PORTAL_NATIVE") is null && Directory.Exists(native))
        {
            settings["PORTAL_NATIVE"] = native;
        }

        return settings;
    }
}
