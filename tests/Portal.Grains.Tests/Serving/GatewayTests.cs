using Portal.Grains.Serving;
using Portal.Grains.Serving.Gateway;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Serving;

/// <summary>What an endpoint answers and refuses.</summary>
public sealed class GatewayTests(ServingPortal portal) : IClassFixture<ServingPortal>
{
    [Fact]
    public async Task Predict_WhenTheEndpointIsRouted_AnswersInBothForms()
    {
        await using var node = await portal.StartNodeAsync();
        var served = await portal.ServeAsync("churn-a");

        var rows = (await node.PredictAsync(served.Principal, served.Endpoint)).OrThrow();
        var open = (await node.PredictAsync(
            served.Principal, served.Endpoint,
            """
            {"id":"7","inputs":[{"name":"age","shape":[1,1],"datatype":"FP32","data":[40]},
             {"name":"colour","shape":[1,1],"datatype":"BYTES","data":["red"]}]}
            """,
            InferenceForm.OpenInference)).OrThrow();

        var prediction = ServingNodeUnderTest.BodyOf(rows).GetProperty("predictions")[0];
        var outputs = ServingNodeUnderTest.BodyOf(open);
        outputs.GetProperty("id").GetString().ShouldBe("7");
        outputs.GetProperty("model_version").GetString().ShouldBe("1");
        outputs.GetProperty("outputs")[0].GetProperty("data")[0].GetString()
            .ShouldBe(prediction.GetProperty("label").GetString());
        outputs.GetProperty("outputs")[1].GetProperty("data")[1].GetSingle()
            .ShouldBe(prediction.GetProperty("probabilities").GetProperty("Yes").GetSingle());
    }

    [Fact]
    public async Task Predict_WhenTheEndpointIsAnothers_IsNotFoundAsOneThatDoesNotExist()
    {
        await using var node = await portal.StartNodeAsync();
        var served = await portal.ServeAsync("churn-b");
        var other = await portal.NewTenantAsync();

        var foreign = await node.PredictAsync(other, served.Endpoint);
        var missing = await node.PredictAsync(other, "no-such-endpoint");

        foreign.Error.ShouldBeOfType<NotFound>().ShouldBe(missing.Error);
        (await node.PredictAsync(served.Principal, served.Endpoint)).Ok.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"rows":[{"age":40}]}""", "missing-column", "colour")]
    [InlineData("""{"rows":[{"age":40,"colour":"red","size":1}]}""", "unknown-column", "size")]
    [InlineData("""{"rows":[{"age":"old","colour":"red"}]}""", "wrong-value", "age")]
    [InlineData("""{"rows":[]}""", "no-rows", null)]
    [InlineData("""{"rows":""", "invalid-json", null)]
    public async Task Predict_WhenTheBodyIsWrong_SaysWhich(string body, string code, string? column)
    {
        await using var node = await portal.StartNodeAsync();
        var served = await portal.ServeAsync($"churn-{Guid.NewGuid():N}"[..20]);

        var refused = (await node.PredictAsync(served.Principal, served.Endpoint, body)).Error;

        refused.ShouldBeOfType<Invalid>().Code.ShouldBe(code);
        refused.Fields.Select(f => f.Column).FirstOrDefault().ShouldBe(column);
    }

    [Fact]
    public async Task Predict_WhenTheBodyIsTooLong_IsRefused()
    {
        await using var node = await portal.StartNodeAsync(o => o.BodyBytesMax = 20);
        var served = await portal.ServeAsync("churn-long");

        var refused = await node.PredictAsync(served.Principal, served.Endpoint);

        refused.Error.ShouldBeOfType<Invalid>().Code.ShouldBe("body-too-large");
    }

    [Fact]
    public async Task Predict_WhenTheVersionHasNoShare_IsNotFound()
    {
        await using var node = await portal.StartNodeAsync();
        var served = await portal.ServeAsync("churn-version");

        (await node.PredictAsync(served.Principal, served.Endpoint, version: "1")).Ok.ShouldBeTrue();
        (await node.PredictAsync(served.Principal, served.Endpoint, version: "2")).Error
            .ShouldBeOfType<NotFound>().Code.ShouldBe("model-version-not-found");
    }

    [Fact]
    public async Task Predict_WhenTheRoleMayNot_IsForbidden()
    {
        await using var node = await portal.StartNodeAsync();
        var served = await portal.ServeAsync("churn-role");
        var viewer = served.Principal with { Role = Role.Viewer };
        var scoped = served.Principal with { Scopes = ["datasets.read"] };

        (await node.PredictAsync(viewer, served.Endpoint)).Error.ShouldBeOfType<Forbidden>();
        (await node.PredictAsync(scoped, served.Endpoint)).Error.ShouldBeOfType<Forbidden>();
        (await node.PredictAsync(
            served.Principal with { Scopes = [ServingPermissions.Predict] }, served.Endpoint)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Typical_WhenTheReferenceIsThere_GivesARowThatIsAnswered()
    {
        await using var node = await portal.StartNodeAsync();
        var served = await portal.ServeAsync("churn-typical");
        var examples = (EndpointExamples)node.Services.GetService(typeof(EndpointExamples))!;

        var example = (await examples.TypicalAsync(
            served.Principal, served.Endpoint, CancellationToken.None)).OrThrow();

        example.Keys.Order().ShouldBe(["age", "colour"]);
        float.Parse(example["age"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(30, 78);
    }
}
