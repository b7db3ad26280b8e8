using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Identity;

public sealed class SessionTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task SignIn_WithTheRightPassword_OpensTheWorkspaceUntilSignOut()
    {
        var tenant = await portal.SignUpAsync();
        using var browser = await tenant.SignInAsync();

        (await browser.Client.GetAsync(browser.At("/home"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var ended = await browser.SubmitAsync(browser.At("/sign-out"), []);

        ended.StatusCode.ShouldBe(HttpStatusCode.Redirect, await ended.Content.ReadAsStringAsync());
        (await browser.Client.GetAsync(browser.At("/home"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Cookie_StolenBeforeSignOut_IsWorthNothingAfterwards()
    {
        var tenant = await portal.SignUpAsync();
        using var browser = await tenant.SignInAsync();
        var stolen = browser.Cookies.GetCookieHeader(new Uri(portal.Address, browser.At("/home")));
        await browser.SubmitAsync(browser.At("/sign-out"), []);

        (await StatusAsync(browser.At("/api/v1/me"), stolen)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Cookie_OfOneTenant_DoesNothingAtAnother()
    {
        var mine = await portal.SignUpAsync();
        var theirs = await portal.SignUpAsync();
        using var browser = await mine.SignInAsync();
        var cookie = browser.Cookies.GetCookieHeader(new Uri(portal.Address, browser.At("/home")));
        var renamed = cookie.Replace(mine.Slug, theirs.Slug, StringComparison.Ordinal);

        (await StatusAsync($"/t/{mine.Slug}/api/v1/me", cookie)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync($"/t/{theirs.Slug}/api/v1/me", cookie)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync($"/t/{theirs.Slug}/api/v1/me", renamed)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync("/api/v1/me", cookie)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongPasswords_RefusesTheRightOneAsWell()
    {
        var tenant = await portal.SignUpAsync();
        using var browser = new TestBrowser(portal.Address, tenant.Slug);
        for (var i = 0; i < 5; i++)
        {
            (await browser.SignInAsync(tenant.Email, "wrong password")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await browser.SignInAsync(tenant.Email, tenant.Password);

        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("sign-in-refused");
    }

    [Fact]
    public async Task SignIn_WithoutThePagesToken_IsRefused()
    {
        var tenant = await portal.SignUpAsync();
        using var client = portal.NewClient();

        var response = await client.PostAsync($"/t/{tenant.Slug}/sign-in", new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["Input.Email"] = tenant.Email,
                ["Input.Password"] = tenant.Password,
            }));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Api_InASession_NeedsThePagesTokenToChangeSomething()
    {
        var tenant = await portal.SignUpAsync();
        using var browser = await tenant.SignInAsync();
        var body = new { name = "Key", role = "viewer" };

        var without = await browser.Client.PostAsJsonAsync(browser.At("/api/v1/keys"), body);
        var with = await browser.PostAsync("/api/v1/keys", body);

        without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        with.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Member_WhoIsRemoved_LosesSessionAndKeyWithinThreeSeconds()
    {
        var tenant = await portal.SignUpAsync();
        var member = await tenant.AddMemberAsync("data-scientist");
        (await member.Client.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var removed = await tenant.Client.DeleteAsync($"/api/v1/members/{member.Id}");
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Task.Delay(TimeSpan.FromSeconds(3));

        (await member.Client.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await member.Browser.Client.GetAsync(member.Browser.At("/api/v1/me"))).StatusCode
            .ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Viewer_WhoTriesToInvite_IsRefusedAndStandsInTheLog()
    {
        var tenant = await portal.SignUpAsync();
        var member = await tenant.AddMemberAsync("viewer");

        var before = await Denials.CountAsync(portal, tenant, member.Id);

        var refused =
            await member.Browser.PostAsync("/api/v1/invitations", new { email = "a@b.example", role = "viewer" });

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("permission-denied");
        (await Denials.CountAsync(portal, tenant, member.Id)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task SignIn_WithAReturnAddressElsewhere_StaysInTheWorkspace()
    {
        var tenant = await portal.SignUpAsync();
        using var browser = new TestBrowser(portal.Address, tenant.Slug);

        var response = await browser.SubmitAsync(
            browser.At("/sign-in?returnUrl=//evil.example/t/x"),
            new() { ["Input.Email"] = tenant.Email, ["Input.Password"] = tenant.Password });

        response.Headers.Location!.ToString().ShouldEndWith(browser.At("/home"));
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string cookie)
    {
        using var client = portal.NewClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await client.GetAsync(path)).StatusCode;
    }
}
