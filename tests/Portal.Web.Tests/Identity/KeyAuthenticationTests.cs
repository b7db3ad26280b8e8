using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Identity;

public sealed class KeyAuthenticationTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Me_WithAKey_SaysWhoItIs()
    {
        var tenant = await portal.SignUpAsync();

        var me = await tenant.Client.GetFromJsonAsync<JsonElement>("/api/v1/me");

        me.GetProperty("actor").GetString().ShouldStartWith("key_");
        me.GetProperty("tenant").GetString().ShouldBe(tenant.Id);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("damaged")]
    [InlineData("wrong-secret")]
    [InlineData("nonsense")]
    public async Task Me_WithAKeyThatIsNone_IsUnauthenticatedAndSaysNoMore(string what)
    {
        var tenant = await portal.SignUpAsync();
        Credential.TryParse(Credential.ServiceKey, tenant.Key, out var own).ShouldBeTrue();
        var key = what switch
        {
            "unknown" => Credential.New(Credential.ServiceKey, own.Region, Guid.CreateVersion7()).Text,
            "damaged" => tenant.Key[..^1] + (tenant.Key[^1] == 'a' ? 'b' : 'a'),
            "wrong-secret" => Credential.New(Credential.ServiceKey, own.Region, own.Id).Text,
            _ => "nonsense",
        };

        var (status, problem) = await MeAsync(key);

        status.ShouldBe(HttpStatusCode.Unauthorized);
        problem.GetProperty("code").GetString().ShouldBe("unauthenticated");
        problem.GetProperty("detail").GetString().ShouldBe("A valid service key or session is needed.");
    }

    [Fact]
    public async Task Me_WithAKeyOfACellThatIsNotHere_IsMisdirected()
    {
        var key = Credential.New(Credential.ServiceKey, new RegionCode("us-east"), Guid.CreateVersion7()).Text;

        var (status, problem) = await MeAsync(key);

        status.ShouldBe(HttpStatusCode.MisdirectedRequest);
        problem.GetProperty("code").GetString().ShouldBe("wrong-cell");
    }

    [Fact]
    public async Task Me_WithAKeyWhoseCellWasExchanged_IsUnauthenticated()
    {
        var tenant = await portal.SignUpAsync("ae-north");
        Credential.TryParse(Credential.ServiceKey, tenant.Key, out var own).ShouldBeTrue();
        var elsewhere = Credential.New(Credential.ServiceKey, new RegionCode("eu-west"), own.Id).Text;

        (await MeAsync(elsewhere)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Key_ThatIsRevoked_IsDeadAtOnceOnThisNode()
    {
        var tenant = await portal.SignUpAsync();
        var made =
            await (await tenant.Client.PostAsJsonAsync("/api/v1/keys", new { name = "Nightly", role = "viewer" }))
            .Content.ReadFromJsonAsync<JsonElement>();
        var key = made.GetProperty("key").GetString()!;
        (await MeAsync(key)).Status.ShouldBe(HttpStatusCode.OK);

        var revoked = await tenant.Client.DeleteAsync($"/api/v1/keys/{made.GetProperty("id").GetString()}");

        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await MeAsync(key)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Key_WithScopes_MayDoNothingElse()
    {
        var tenant = await portal.SignUpAsync();
        var made = await (await tenant.Client.PostAsJsonAsync(
            "/api/v1/keys", new { name = "Narrow", role = "owner", scopes = new[] { "members.read" } }))
            .Content.ReadFromJsonAsync<JsonElement>();
        using var client = portal.NewClient(made.GetProperty("key").GetString()!);

        (await client.GetAsync("/api/v1/members")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/api/v1/keys")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Members_OfAnotherTenant_CannotBeTouched()
    {
        var mine = await portal.SignUpAsync();
        var theirs = await portal.SignUpAsync();
        var unknown = UserId.New(TimeProvider.System).ToString();

        var foreign = await mine.Client.PatchAsJsonAsync($"/api/v1/members/{theirs.Owner}", new { role = "viewer" });
        var missing = await mine.Client.PatchAsJsonAsync($"/api/v1/members/{unknown}", new { role = "viewer" });

        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await DetailAsync(foreign)).ShouldBe(await DetailAsync(missing));
    }

    [Fact]
    public async Task Keys_OfOneTenant_DoNothingUnderAnothersAddress()
    {
        var mine = await portal.SignUpAsync();
        var theirs = await portal.SignUpAsync();

        (await mine.Client.GetAsync($"/t/{theirs.Slug}/api/v1/members")).StatusCode
            .ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<(HttpStatusCode Status, JsonElement Problem)> MeAsync(string key)
    {
        using var client = portal.NewClient(key);
        var response = await client.GetAsync("/api/v1/me");
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();
}
