using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Identity;

public sealed class SignUpApiTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("eu-west")]
    [InlineData("ae-north")]
    public async Task SignUp_InEachCell_GivesAKeyThatWorksAtOnce(string region)
    {
        var tenant = await portal.SignUpAsync(region);

        var workspace = await tenant.Client.GetFromJsonAsync<JsonElement>("/api/v1/workspace");

        workspace.GetProperty("slug").GetString().ShouldBe(tenant.Slug);
        workspace.GetProperty("region").GetString().ShouldBe(region);
        workspace.GetProperty("accepted").GetArrayLength().ShouldBe(2);
        tenant.Key.ShouldStartWith($"ptl_{region}_");
    }

    [Fact]
    public async Task SignUp_WithManyFaults_NamesEveryPlace()
    {
        using var client = portal.NewClient();

        var response = await client.PostAsJsonAsync(
            "/api/v1/sign-up", new { slug = "A", email = "x", password = "short", region = "mars" });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        var paths =
            problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path").GetString()).ToList();
        paths.ShouldBe(
            ["workspace", "slug", "name", "email", "password", "region", "accepted.terms", "accepted.data-processing"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task SignUp_WhenTheAddressIsTaken_IsAConflict()
    {
        var tenant = await portal.SignUpAsync();
        using var client = portal.NewClient();

        var response = await client.PostAsJsonAsync(
            "/api/v1/sign-up", await portal.SignUpBodyAsync(tenant.Slug, "somebody@else.example"));

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()
            .ShouldBe("slug-taken");
    }

    [Fact]
    public async Task SignUp_RepeatedWithItsKey_AnswersTheSameWithoutTheSecret()
    {
        using var client = portal.NewClient();
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var slug = $"twice-{Guid.NewGuid():N}"[..20];
        var body = await portal.SignUpBodyAsync(slug, "owner@twice.example");

        var first =
            await (await client.PostAsJsonAsync("/api/v1/sign-up", body)).Content.ReadFromJsonAsync<JsonElement>();
        var second =
            await (await client.PostAsJsonAsync("/api/v1/sign-up", body)).Content.ReadFromJsonAsync<JsonElement>();

        second.GetProperty("workspace").GetString().ShouldBe(first.GetProperty("workspace").GetString());
        second.GetProperty("owner").GetString().ShouldBe(first.GetProperty("owner").GetString());
        first.TryGetProperty("serviceKey", out _).ShouldBeTrue();
        second.TryGetProperty("serviceKey", out _).ShouldBeFalse();
    }
}
