using System.Net.Http.Json;
using System.Text.Json;

namespace Portal.Web.Tests.Hosting;

/// <summary>A workspace of a test: <paramref name="Client"/> has its owner's key.</summary>
public sealed record TestTenant(
    PortalFactory Portal, string Slug, string Email, string Password, string Key, HttpClient Client, JsonElement Made)
{
    /// <summary>The password of everybody in tests.</summary>
    public const string PasswordOfAll = "correct horse battery";

    /// <summary>The tenant's id.</summary>
    public string Id => Made.GetProperty("workspace").GetString()!;

    /// <summary>The owner's id.</summary>
    public string Owner => Made.GetProperty("owner").GetString()!;

    /// <summary>
    /// A second person: invited with <paramref name="role"/>, joined, signed in, and with a key of his own (a viewer
    /// has none: then <see cref="TestMember.Client"/> has no credential).
    /// </summary>
    public async Task<TestMember> AddMemberAsync(string role, string? email = null)
    {
        email ??= $"{role}-{Guid.NewGuid():N}@{Slug}.example";
        var invited = await Client.PostAsJsonAsync("/api/v1/invitations", new { email, role });
        invited.IsSuccessStatusCode.ShouldBeTrue(await invited.Content.ReadAsStringAsync());
        var token = (await invited.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        using var anonymous = Portal.NewClient();
        var joined = await anonymous.PostAsJsonAsync(
            "/api/v1/invitations:accept", new { token, name = $"The {role}", password = Password });
        joined.IsSuccessStatusCode.ShouldBeTrue(await joined.Content.ReadAsStringAsync());
        var id = (await joined.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        var browser = await SignInAsync(email);
        var made = await browser.PostAsync("/api/v1/keys", new { name = "Key of a test", role });
        if (!made.IsSuccessStatusCode)
        {
            return new(id, email, browser, string.Empty, Portal.NewClient());
        }

        var key = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
        return new(id, email, browser, key, Portal.NewClient(key));
    }

    /// <summary>A browser in which a member has signed in.</summary>
    public async Task<TestBrowser> SignInAsync(string? email = null, string? password = null)
    {
        var browser = new TestBrowser(Portal.Address, Slug);
        var response = await browser.SignInAsync(email ?? Email, password ?? Password);
        ((int)response.StatusCode).ShouldBeInRange(300, 399, await response.Content.ReadAsStringAsync());
        return browser;
    }
}

/// <summary>A second person of a workspace.</summary>
public sealed record TestMember(string Id, string Email, TestBrowser Browser, string Key, HttpClient Client);
