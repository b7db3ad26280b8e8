using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Models;

public sealed class ModelCommandsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task List_WhenThereIsNoModel_SaysSo() =>
        (await Ctl.RunAsync(await portal.SignUpAsync(), "model", "list"))
            .ShouldBe((0, "There are no models.\n", string.Empty));

    [Fact]
    public async Task Compare_WhenTwoVersionsExist_SaysWhichIsBetter()
    {
        var tenant = await portal.SignUpAsync();
        await Registry.RegisterAsync(portal, tenant, aucs: [0.8, 0.85]);

        var compared = await Ctl.RunAsync(tenant, "model", "compare", "Churn", "1", "2");

        compared.Code.ShouldBe(0, compared.Errors);
        compared.Output.ShouldContain("Both were trained on the same data.");
        compared.Output.Split('\n').Single(l => l.Contains("roc-auc")).ShouldEndWith("version 2 is better");
    }

    [Fact]
    public async Task Show_WhenTheModelIsAnotherTenants_SaysNotFound()
    {
        var owner = await portal.SignUpAsync();
        var stranger = await portal.SignUpAsync();
        var id = await Registry.RegisterAsync(portal, owner, aucs: [0.8]);

        (await Ctl.RunAsync(owner, "model", "show", id)).Code.ShouldBe(0);
        (await Ctl.RunAsync(stranger, "model", "show", id)).Code.ShouldBe(4);
        (await Ctl.RunAsync(stranger, "model", "show", "Churn")).Code.ShouldBe(4);
    }
}
