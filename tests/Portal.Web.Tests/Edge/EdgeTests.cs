using System.Net;
using System.Text.Json;

namespace Portal.Web.Tests.Edge;

public sealed class EdgeTests(EdgeHost host) : IClassFixture<EdgeHost>
{
    [Fact]
    public async Task Root_WhenAnybodyAsks_ShowsTheHomePage()
    {
        var page = await host.Browser().GetAsync("/");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain("href=\"/sign-up\"");
    }

    [Theory]
    [InlineData("/t/nobody")]
    [InlineData("/t/nobody/home")]
    [InlineData("/t/NOBODY/sign-in")]
    [InlineData("/nonsense")]
    [InlineData("/home")]
    [InlineData("/t/acme/nonsense")]
    [InlineData("/_gallery")]
    public async Task Page_WhenThereIsNone_IsTheSame404(string path)
    {
        var page = await host.Browser().GetAsync(path);

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await page.Content.ReadAsStringAsync()).ShouldContain("There is nothing here");
    }

    [Fact]
    public async Task TenantPage_WhenNobodyIsSignedIn_LeadsToItsSignIn()
    {
        var page = await host.Browser().GetAsync("/t/acme/home?x=1");

        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.Headers.Location!.OriginalString.ShouldBe("/t/acme/sign-in?returnUrl=%2Ft%2Facme%2Fhome%3Fx%3D1");
    }

    [Fact]
    public async Task Tenant_WhenItsRegionIsElsewhere_PeopleAreSentThere()
    {
        var page = await host.Browser().GetAsync("/t/far/home?x=1");

        page.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        page.Headers.Location!.AbsoluteUri.ShouldBe("https://mars.example/t/far/home?x=1");
    }

    [Fact]
    public async Task Tenant_WhenItsRegionIsElsewhere_MachinesAreToldTheAddress()
    {
        var answer = await host.CreateClient().GetAsync("/t/far/api/v1/me");

        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        var problem = await ReadAsync(answer);
        problem.GetProperty("code").GetString().ShouldBe("wrong-cell");
        problem.GetProperty("baseUrl").GetString().ShouldBe("https://mars.example/");
    }

    [Theory]
    [InlineData("/api/v1/me", 401, "unauthenticated")]
    [InlineData("/t/acme/api/v1/me", 401, "unauthenticated")]
    [InlineData("/api/v1/nothing", 404, "not-found")]
    [InlineData("/t/nobody/api/v1/me", 404, "not-found")]
    public async Task Api_WhenRefused_AnswersAProblem(string path, int status, string code)
    {
        var answer = await host.CreateClient().GetAsync(path);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await ReadAsync(answer)).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task Page_WhenAskedAtTheLoopbackAddress_IsSentToLocalhost()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:5080/help?x=1");

        var answer = await host.Browser().SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        answer.Headers.Location!.AbsoluteUri.ShouldBe("http://localhost:5080/help?x=1");
    }

    [Fact]
    public async Task Answer_Always_CarriesTheSecurityHeaders()
    {
        var page = await host.Browser().GetAsync("/");

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        page.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task Page_WhenArabicIsChosen_RunsFromRightToLeft()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", "portal.culture=c%3Dar%7Cuic%3Dar; portal.theme=dark");

        var html = await (await host.Browser().SendAsync(request)).Content.ReadAsStringAsync();

        html.ShouldContain("lang=\"ar\"");
        html.ShouldContain("dir=\"rtl\"");
        html.ShouldContain("data-theme=\"dark\"");
    }

    [Fact]
    public async Task OpenApi_WhenAsked_NamesTheBearerSchemeAndTheProblems()
    {
        var document = await ReadAsync(await host.CreateClient().GetAsync("/openapi/v1.json"));

        document.GetProperty("components").GetProperty("securitySchemes").GetProperty("serviceKey")
            .GetProperty("scheme").GetString().ShouldBe("bearer");
        document.GetProperty("paths").TryGetProperty("/api/v1/me", out _).ShouldBeTrue();
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
