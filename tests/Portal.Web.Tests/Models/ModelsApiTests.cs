using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Models;

public sealed class ModelsApiTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Models_WhenRegistered_AreListedFoundAndCompared()
    {
        var tenant = await portal.SignUpAsync();
        var id = await RegisterAsync(tenant, versions: 2);

        var list = await tenant.Client.GetFromJsonAsync<JsonElement>("/api/v1/models");
        var model = await tenant.Client.GetFromJsonAsync<JsonElement>($"/api/v1/models/{id}");
        var compared = await tenant.Client.GetFromJsonAsync<JsonElement>($"/api/v1/models/{id}:compare?versions=1,2");
        var version = await tenant.Client.GetFromJsonAsync<JsonElement>($"/api/v1/models/{id}/versions/2");

        list.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(id);
        model.GetProperty("latestVersion").GetInt32().ShouldBe(2);
        compared.GetProperty("metrics").EnumerateArray().Count().ShouldBe(2);
        version.GetProperty("metrics").GetProperty("roc-auc").GetDouble().ShouldBe(0.8);
    }

    [Fact]
    public async Task Artifact_WhenDownloaded_IsTheStoredGraph()
    {
        var tenant = await portal.SignUpAsync();
        var id = await RegisterAsync(tenant, versions: 1);

        var bytes = await tenant.Client.GetByteArrayAsync($"/api/v1/models/{id}/versions/1/artifact");

        bytes.ShouldBe(Registry.Graph);
    }

    [Fact]
    public async Task Patch_WhenTagged_IsReadBack()
    {
        var tenant = await portal.SignUpAsync();
        var id = await RegisterAsync(tenant, versions: 1);

        var response = await tenant.Client.PatchAsJsonAsync(
            $"/api/v1/models/{id}", new { name = "Leavers", tags = new { team = "retention" } });

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        var model = await tenant.Client.GetFromJsonAsync<JsonElement>($"/api/v1/models/{id}");
        model.GetProperty("name").GetString().ShouldBe("Leavers");
        model.GetProperty("tags").GetProperty("team").GetString().ShouldBe("retention");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/versions")]
    [InlineData("/versions/1")]
    [InlineData("/versions/1/report")]
    [InlineData("/versions/1/lineage")]
    [InlineData("/versions/1/artifact")]
    [InlineData(":compare?versions=1,1")]
    public async Task Get_WhenTheIdIsAnotherTenants_AnswersAsForAMissingOne(string rest)
    {
        var owner = await portal.SignUpAsync();
        var stranger = await portal.SignUpAsync();
        var id = await RegisterAsync(owner, versions: 1);

        var foreign = await stranger.Client.GetAsync($"/api/v1/models/{id}{rest}");
        var missing = await stranger.Client.GetAsync($"/api/v1/models/{ModelId.New(TimeProvider.System)}{rest}");

        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ProblemAsync(foreign)).ShouldBe(await ProblemAsync(missing));
    }

    [Fact]
    public async Task Patch_WhenTheKeyMayOnlyRead_IsForbidden()
    {
        var tenant = await portal.SignUpAsync();
        var id = await RegisterAsync(tenant, versions: 1);
        var made = await tenant.Client.PostAsJsonAsync(
            "/api/v1/keys",
            new { name = "Reader", role = "data-scientist", scopes = new[] { ModelsPermissions.Read }, days = 1 });
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        var key = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
        using var reader = portal.NewClient(key);

        (await reader.GetAsync($"/api/v1/models/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var response = await reader.PatchAsJsonAsync($"/api/v1/models/{id}", new { name = "x" });

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_WithoutACredential_IsUnauthorized()
    {
        using var anonymous = portal.NewClient();

        (await anonymous.GetAsync("/api/v1/models")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task OpenApi_DescribesEveryRouteOfModels()
    {
        using var anonymous = portal.NewClient();

        var document = await anonymous.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var names = document.GetProperty("paths").EnumerateObject()
            .Where(p => p.Name.StartsWith("/api/v1/models", StringComparison.Ordinal))
            .SelectMany(p => p.Value.EnumerateObject())
            .Select(o => o.Value.GetProperty("operationId").GetString());
        names.ShouldBe(
            [
                "ListModels", "GetModel", "EditModel", "CompareModelVersions", "ListModelVersions", "GetModelVersion",
                "GetModelReport", "GetModelLineage", "DownloadModelArtifact",
            ],
            ignoreOrder: true);
    }

    private static async Task<string> ProblemAsync(HttpResponseMessage response)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return $"{problem.GetProperty("code").GetString()}: {problem.GetProperty("detail").GetString()}";
    }

    private Task<string> RegisterAsync(TestTenant tenant, int versions) =>
        Registry.RegisterAsync(portal, tenant, [.. Enumerable.Repeat(0.8, versions)]);
}
