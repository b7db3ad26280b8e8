using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;
using Portal.Tests;

namespace Portal.Web.Tests.Hosting;

/// <summary>
/// The real portal on a port of its own, with databases and a data folder of its own, gone again afterwards. Share one
/// per class by <c>IClassFixture</c>: tenants keep tests apart, and a start takes seconds.
/// </summary>
public class PortalFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _prefix = $"w_{Guid.NewGuid():N}"[..12];
    private int _last;

    public PortalFactory() => UseKestrel(0);

    /// <summary>The folder of blobs, keys and passwords.</summary>
    public string Data { get; } = Path.Combine(Path.GetTempPath(), $"portal-web-{Guid.NewGuid():N}");

    /// <summary>The address that it listens on, by name: a browser on 127.0.0.1 is sent away.</summary>
    public Uri Address => new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;

    /// <summary>Settings on top of the usual ones; override to add.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    public Task InitializeAsync()
    {
        StartServer();
        return Task.CompletedTask;
    }

    /// <summary>A client without a credential and without cookies; redirects are not followed.</summary>
    public HttpClient NewClient() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = Address,
    };

    /// <summary>A client with a service key.</summary>
    public HttpClient NewClient(string serviceKey)
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", serviceKey);
        return client;
    }

    /// <summary>A new workspace over the API, and a client with its owner's key.</summary>
    public async Task<TestTenant> SignUpAsync(string region = "eu-west", string? slug = null)
    {
        slug ??= $"acme-{_prefix[2..7]}-{Interlocked.Increment(ref _last)}";
        using var anonymous = NewClient();
        var email = $"owner@{slug}.example";
        var response = await anonymous.PostAsJsonAsync("/api/v1/sign-up", await SignUpBodyAsync(slug, email, region));
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        var made = JsonDocument.Parse(body).RootElement;
        var key = made.GetProperty("serviceKey").GetString()!;
        return new TestTenant(this, slug, email, TestTenant.PasswordOfAll, key, NewClient(key), made);
    }

    /// <summary>The body of a sign-up that is right.</summary>
    public async Task<Dictionary<string, object?>> SignUpBodyAsync(
        string slug, string email, string region = "eu-west")
    {
        using var anonymous = NewClient();
        var terms = await anonymous.GetFromJsonAsync<JsonElement>("/api/v1/terms");
        return new()
        {
            ["workspace"] = "Acme of tests",
            ["slug"] = slug,
            ["region"] = region,
            ["name"] = "Olivia Owner",
            ["email"] = email,
            ["password"] = TestTenant.PasswordOfAll,
            ["createKey"] = true,
            ["accepted"] = terms.GetProperty("items").EnumerateArray()
                .Select(t => new
                {
                    document = t.GetProperty("document").GetString(),
                    sha256 = t.GetProperty("sha256").GetString(),
                })
                .ToArray(),
        };
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await using var connection = new NpgsqlConnection(TestPortal.Server);
        await connection.OpenAsync();
        foreach (var name in (string[])["ae_north", "eu_west", "directory"])
        {
#pragma warning disable CA2100 // Names of this class alone.
            await using var drop = new NpgsqlCommand(
                $"drop database if exists {_prefix}_{name} with (force)", connection);
#pragma warning restore CA2100
            await drop.ExecuteNonQueryAsync();
        }

        if (Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        EmbeddedPostgres.ShareRoles(Data);
        builder.UseSetting("Portal:Data", Data);
        builder.UseSetting("Portal:Database", TestPortal.Server);
        builder.UseSetting("Portal:DatabasePrefix", _prefix);
        builder.UseSetting("Portal:PoolSize", "8");
        builder.UseSetting("Portal:SignIn:PasswordIterations", "1000");
        builder.UseSetting("Portal:Doors:AttemptsPerMinute", "10000");
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
