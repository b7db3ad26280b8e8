using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Portal.EndToEnd.Tests.Hosting;
using Portal.EndToEnd.Tests.Steps;

namespace Portal.EndToEnd.Tests.Life;

/// <summary>The nine steps in a browser, as the one who asks and the one who decides.</summary>
[Collection(PortalGroup.Name)]
public sealed class TwoPeopleTests(PortalFixture portal)
{
    private const string Model = "Churn";

    [Fact]
    public Task WholeLife_AsRequesterAndApprover_ReachesAMonitoredEndpointAndAnExport() =>
        portal.PlayAsync("two-people", async () =>
        {
            var slug = portal.NewSlug("two");
            var rita = await portal.NewPersonAsync("Rita");
            var adam = await portal.NewPersonAsync("Adam");
            await rita.SignUpAsync(slug);
            await adam.JoinAsync(await rita.InviteAsync(adam.Email, "Approver"), slug);
            var key = await rita.MakeKeyAsync("Owner");

            var model = await TrainAsync(rita);
            await DenyAsync(rita, adam, key);
            await rita.VisitAsync($"models/{model}/versions/1");
            var asked = await rita.AskApprovalAsync("Reads total_charges now.");
            await adam.VisitAsync($"approvals/{asked}");
            await adam.ApproveAsync("The metrics are good.");
            await rita.SeesAsync("Approved");
            await rita.Link("Deploy it").ClickAsync();
            await rita.DeployAsync(Model, 1, "churn-live");

            await rita.Link("Try it").ClickAsync();
            (await rita.TryAsync(1)).ShouldStartWith("churned is most likely");
            await MonitorAsync(rita, key);
            await ReadEvidenceAsync(rita);
        });

    // Dataset and training: what was found in the columns is looked at and corrected, then a run is watched.
    private static async Task<string> TrainAsync(Person rita)
    {
        await rita.UploadAsync("Customers", await Sample.ChurnAsync());
        await rita.SeesAsync("Looks like an id: left out of training.");
        await rita.SeesAsync("Distributions");
        await rita.Button("Show the first rows").ClickAsync();
        await Person.SeesAsync(rita.Main.GetByRole(AriaRole.Cell, new() { Name = "Month-to-month" }));
        await rita.RetypeAsync("senior", "Category");
        await rita.TrainAsync(Sample.Target, Model);
        var model = await rita.OpenVersionAsync(Model, 1);
        foreach (var part in (string[])["ROC AUC", "What mattered", "What it takes", "Where it comes from"])
        {
            await rita.SeesAsync(part);
        }

        return model;
    }

    // Who asked may not decide, neither on the page nor as a program; who may, refuses.
    private static async Task DenyAsync(Person rita, Person adam, string key)
    {
        var asked = await rita.AskApprovalAsync("A first version.");
        await rita.SeesAsync("You asked for this yourself. Somebody else who may approve has to decide.");
        await Person.SeesNoAsync(rita.Button("Approve"));
        using var program = rita.Program(key);
        var answer = await program.PostAsync(
            $"/api/v1/approvals/{asked}:approve", new { comment = "Mine.", confirmed = true });
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Text("code").ShouldBe("four-eyes");

        await adam.OpenAsync("Approvals");
        await adam.Link($"{Model}, version 1").ClickAsync();
        await adam.RefuseAsync("Say what changed.");
        await rita.SeesAsync("Refused");
        await Person.SeesNoAsync(rita.Link("Deploy it"));
    }

    private static async Task MonitorAsync(Person rita, string key)
    {
        using var program = rita.Program(key);
        var rows = Sample.Rows(await Sample.ChurnAsync(300, seed: 21, drift: 1));
        (await program.PostAsync("/api/v1/endpoints/churn-live:predict", new { rows })).Expect();
        await rita.OpenAsync("Monitoring");
        await rita.Link("churn-live").First.ClickAsync();
        await rita.SeesRequestsAsync();
        await rita.SeesDriftAsync("monthly_charges", "Has changed a lot");
    }

    private static async Task ReadEvidenceAsync(Person rita)
    {
        await rita.ReadLogAsync("Asked for approval", "Refused approval", "Granted approval", "Was refused");
        await Person.SeesAsync(rita.Main.GetByRole(AriaRole.Cell, new() { Name = "Adam", Exact = true }));
        var csv = await rita.ExportLogAsync("CSV");
        csv.ShouldContain("four-eyes");
        csv.ShouldContain("approval.granted");
        var events = JsonDocument.Parse(await rita.ExportLogAsync("JSON")).RootElement;
        events.GetRawText().ShouldContain("four-eyes");
        await rita.FilterDeniedAsync();
        await rita.SeesAsync("Was refused");
    }
}
