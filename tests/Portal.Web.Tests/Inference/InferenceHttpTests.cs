using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Inference;

/// <summary>The doors of predictions, as far as they need no model.</summary>
public sealed class InferenceHttpTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly object Rows = new { rows = new[] { new { age = 40 } } };

    [Theory]
    [InlineData("/v2", "name", "Portal")]
    [InlineData("/v2/health/live", "live", "True")]
    public async Task Get_WhenNobodyIsSignedIn_TellsOfTheServer(string path, string property, string expected)
    {
        using var client = portal.NewClient();

        var body = await client.GetFromJsonAsync<JsonElement>(path);

        body.GetProperty(property).ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task Infer_WhenThereIsNoKey_IsUnauthorized()
    {
        using var client = portal.NewClient();

        using var answer =
            await client.PostAsJsonAsync("/v2/models/churn/infer", new { inputs = Array.Empty<object>() });

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Infer_WhenTheEndpointIsUnknown_AnswersInTheProtocolsShape()
    {
        var tenant = await portal.SignUpAsync();

        using var answer = await tenant.Client.PostAsJsonAsync(
            "/v2/models/churn/infer", new { inputs = Array.Empty<object>() });

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        body.EnumerateObject().Select(p => p.Name).ShouldBe(["error"]);
        answer.Headers.GetValues("X-Error-Code").ShouldBe(["endpoint-not-found"]);
    }

    [Fact]
    public async Task Predict_WhenTheEndpointIsUnknown_IsAProblem()
    {
        var tenant = await portal.SignUpAsync();

        using var answer = await tenant.Client.PostAsJsonAsync("/api/v1/endpoints/churn:predict", Rows);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()
            .ShouldBe("endpoint-not-found");
    }

    [Fact]
    public async Task Ready_WhenNothingIsRouted_IsHealthy()
    {
        using var client = portal.NewClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await client.GetAsync("/v2/health/ready", patience.Token)).StatusCode is not HttpStatusCode.OK)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }

        var body = await client.GetFromJsonAsync<JsonElement>("/health/ready", patience.Token);
        body.GetProperty("checks").GetProperty("serving").GetString().ShouldBe("Healthy");
    }
}
