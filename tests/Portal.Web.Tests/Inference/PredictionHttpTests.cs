using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Portal.Grains.Keys;
using Portal.Grains.Tests.Serving;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Inference;

/// <summary>A deployed model asked over HTTP.</summary>
public sealed class PredictionHttpTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Tensors = """
        {"id":"q-1","inputs":[{"name":"age","shape":[2,1],"datatype":"FP32","data":[40,null]},
         {"name":"colour","shape":[2,1],"datatype":"BYTES","data":["red","blue"]}]}
        """;

    private const string Rows = """{"rows":[{"age":40,"colour":"red"},{"age":null,"colour":"blue"}]}""";

    [Fact]
    public async Task Infer_WhenAModelIsDeployed_AnswersInBothFormsToItsTenantAlone()
    {
        var tenant = await ServeAsync("churn");
        var other = await portal.SignUpAsync();

        using var open = await PostAsync(tenant.Client, "/v2/models/churn/infer", Tensors);
        using var rows = await PostAsync(tenant.Client, "/api/v1/endpoints/churn:predict", Rows);
        using var foreign = await PostAsync(other.Client, "/v2/models/churn/infer", Tensors);

        open.StatusCode.ShouldBe(HttpStatusCode.OK);
        open.Headers.GetValues("X-Model-Version").ShouldBe(["1"]);
        var document = await open.Content.ReadFromJsonAsync<JsonElement>();
        document.GetProperty("id").GetString().ShouldBe("q-1");
        var labels = document.GetProperty("outputs")[0].GetProperty("data").EnumerateArray().Select(l => l.GetString());
        var predictions = (await rows.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("predictions");
        predictions.EnumerateArray().Select(p => p.GetProperty("label").GetString()).ShouldBe(labels);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Metadata_WhenAModelIsDeployed_NamesInputsAndItIsReady()
    {
        var tenant = await ServeAsync("described");

        var document = await tenant.Client.GetFromJsonAsync<JsonElement>("/v2/models/described/versions/1");
        using var ready = await tenant.Client.GetAsync("/v2/models/described/ready");

        document.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("name").GetString())
            .ShouldBe(["age", "colour"]);
        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Predict_WhenAColumnIsMissing_IsAProblemThatNamesIt()
    {
        var tenant = await ServeAsync("strict");

        using var answer = await PostAsync(
            tenant.Client, "/api/v1/endpoints/strict:predict", """{"rows":[{"age":40}]}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("missing-column");
        problem.GetProperty("errors")[0].GetProperty("column").GetString().ShouldBe("colour");
        problem.GetProperty("errors")[0].GetProperty("row").GetInt32().ShouldBe(1);
    }

    private async Task<TestTenant> ServeAsync(string endpoint)
    {
        var tenant = await portal.SignUpAsync();
        TenantId.TryParse(tenant.Id, out var id).ShouldBeTrue();
        UserId.TryParse(tenant.Owner, out var owner).ShouldBeTrue();
        var principal = new Principal(
            id, new RegionCode("eu-west"), ActorType.User, owner.Value, Role.Owner, AuthStrength.Password);
        var model = ModelId.New(TimeProvider.System);
        var version = await ModelPublisher.RegisterAsync(portal.Services, principal, model, ServingModels.First);
        using var made = await tenant.Client.PostAsJsonAsync(
            "/api/v1/deployments", new { endpoint, environment = "dev" });
        made.IsSuccessStatusCode.ShouldBeTrue(await made.Content.ReadAsStringAsync());
        var deployment = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        using var sent = await tenant.Client.PostAsJsonAsync(
            $"/api/v1/deployments/{deployment}:deploy", new { model = model.ToString(), version });
        sent.StatusCode.ShouldBe(HttpStatusCode.Accepted, await sent.Content.ReadAsStringAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await tenant.Client.GetAsync($"/v2/models/{endpoint}", patience.Token)).StatusCode
            is not HttpStatusCode.OK)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }

        return tenant;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string body) =>
        client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
}
