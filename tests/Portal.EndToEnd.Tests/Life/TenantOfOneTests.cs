using System.Net;
using Portal.EndToEnd.Tests.Hosting;
using Portal.EndToEnd.Tests.Steps;
using Portal.Tests.Client;

namespace Portal.EndToEnd.Tests.Life;

/// <summary>One person alone: he reviews himself, and the log says so; and he can go back.</summary>
[Collection(PortalGroup.Name)]
public sealed class TenantOfOneTests(PortalFixture portal)
{
    private const string Model = "Leavers";
    private const string Endpoint = "leavers";

    [Fact]
    public Task WholeLife_Alone_IsSelfReviewedAndRollsBackWhilePredictionsGoOn() =>
        portal.PlayAsync("one-person", async () =>
        {
            var slug = portal.NewSlug("one");
            var olga = await portal.NewPersonAsync("Olga");
            await olga.SignUpAsync(slug, "ae-north");
            var key = await olga.MakeKeyAsync("Owner");
            using var program = olga.Program(key);
            var dataset = await olga.UploadAsync("Customers", await Sample.ChurnAsync(600));
            await olga.TrainAsync(Sample.Target, Model);
            var model = await olga.OpenVersionAsync(Model, 1);

            await NothingReachesProductionAsync(olga, program, model);
            await ReviewAsync(olga, model, 1);
            await ReleaseAsync(olga, 1);

            await olga.VisitAsync($"datasets/{dataset}");
            await olga.AddFileAsync(await Sample.ChurnAsync(700, seed: 8));
            await olga.TrainAsync(Sample.Target, Model);
            await olga.OpenVersionAsync(Model, 2);
            await ReviewAsync(olga, model, 2);
            await ReleaseAsync(olga, 2);
            await RollBackAsync(olga, program);

            await olga.ReadLogAsync("Asked for approval", "Granted approval", "Was refused");
            (await olga.ExportLogAsync("CSV")).ShouldContain("approval=self,members=1");
        });

    // Without a granted approval production stays closed, on the page and for a program.
    private static async Task NothingReachesProductionAsync(Person olga, Api program, string model)
    {
        await olga.Link("Deploy").ClickAsync();
        await olga.OfferAsync(Model, 1, Endpoint);
        await Person.SeesAsync(olga.Alert.GetByText("approval-required"));
        var made = await program.PostAsync(
            "/api/v1/deployments", new { endpoint = "back-door", environment = "production" });
        var sent = await program.PostAsync(
            $"/api/v1/deployments/{made.Expect().Text("id")}:deploy", new { model, version = 1 });
        sent.Status.ShouldBe(HttpStatusCode.Forbidden);
        sent.Text("code").ShouldBe("approval-required");
        var asked = await program.PostAsync(
            "/api/v1/endpoints/back-door:predict", new { rows = Sample.Rows(await Sample.ChurnAsync(1)) });
        asked.Ok.ShouldBeFalse(asked.Body);
    }

    private static async Task ReviewAsync(Person olga, string model, int version)
    {
        await olga.VisitAsync($"models/{model}/versions/{version}");
        await olga.AskApprovalAsync($"Version {version}.");
        await olga.Page.GetByLabel("I have read the metrics").CheckAsync();
        await olga.ApproveAsync("I am alone.");
        await olga.SeesAsync("Self-review: the requester was the only person who may approve");
    }

    private static async Task ReleaseAsync(Person olga, int version)
    {
        await olga.Link("Deploy it").ClickAsync();
        var deployment = await olga.DeployAsync(Model, version, Endpoint);
        await olga.Link("Try it").ClickAsync();
        await olga.TryAsync(version);
        await olga.VisitAsync($"deployments/{deployment}");
    }

    private static async Task RollBackAsync(Person olga, Api program)
    {
        using var stop = new CancellationTokenSource();
        var asking = PredictUntilAsync(program, stop.Token);
        await olga.Button("Roll back").ClickAsync();
        await olga.ServesAsync(Model, 1);
        await olga.SeesAsync("Rolled back");
        await stop.CancelAsync();
        var answers = await asking;
        answers.ShouldNotBeEmpty();
        answers.Where(a => !a.Ok).Select(a => a.Body).ShouldBeEmpty();
        var served = (await program.GetAsync($"/v2/models/{Endpoint}")).Expect().Json;
        served.GetProperty("versions").EnumerateArray().Select(v => v.GetString()).ShouldBe(["1"]);
    }

    // Asks without a pause, so that a gap would be met.
    private static async Task<List<Answer>> PredictUntilAsync(Api program, CancellationToken stop)
    {
        var row = Sample.Rows(await Sample.ChurnAsync(1))[0];
        var answers = new List<Answer>();
        do
        {
            answers.Add(await program.PostAsync(
                $"/api/v1/endpoints/{Endpoint}:predict", new { rows = new[] { row } }, null, CancellationToken.None));
        }
        while (!stop.IsCancellationRequested);
        return answers;
    }
}
