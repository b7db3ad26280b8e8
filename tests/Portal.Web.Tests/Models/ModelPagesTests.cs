using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Features.Models;
using Portal.Web.Tests.Ui;

namespace Portal.Web.Tests.Models;

public sealed class ModelPagesTests : ComponentTest
{
    private FakeModels _models = new();

    [Fact]
    public void List_WhenThereIsNoModel_OffersTheNextStep()
    {
        Use(new() { IsEmpty = true });

        var page = Render<ModelListPage>();

        page.WaitForAssertion(() => page.Find(".empty a").GetAttribute("href").ShouldBe("datasets"));
    }

    [Fact]
    public void List_WhenThereAreModels_LinksToThem()
    {
        var models = Use(new());

        var page = Render<ModelListPage>();

        page.WaitForAssertion(() => page.Find("tbody a").GetAttribute("href").ShouldBe($"models/{models.Id}"));
    }

    [Fact]
    public void Detail_WhenShown_ListsVersionsWithTheirKeyMetric()
    {
        var models = Use(new());

        var page = Render<ModelDetailPage>(p => p.Add(m => m.Id, models.Id.ToString()));

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(2));
        page.Find("tbody tr").TextContent.ShouldContain("0.85");
        page.Markup.ShouldContain($"models/{models.Id}/compare?versions=1,2");
    }

    [Fact]
    public void Detail_WhenRenamed_SendsTheNewName()
    {
        var models = Use(new());
        var page = Render<ModelDetailPage>(p => p.Add(m => m.Id, models.Id.ToString()));
        page.WaitForElement("#model-name").Change("Leavers");

        page.Find("form").Submit();

        page.WaitForAssertion(() => models.Edits.ShouldHaveSingleItem().Name.ShouldBe("Leavers"));
    }

    [Fact]
    public void Detail_WhenNotAllowedToEdit_OffersNoForm()
    {
        var models = Use(new() { MayEdit = false });

        var page = Render<ModelDetailPage>(p => p.Add(m => m.Id, models.Id.ToString()));

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(2));
        page.FindAll("#model-name").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("mdl_00000000000000000000000000")]
    public void Detail_WhenThereIsNoSuchModel_SaysSo(string id)
    {
        Use(new());

        var page = Render<ModelDetailPage>(p => p.Add(m => m.Id, id));

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain("There is no such model."));
    }

    [Fact]
    public void Version_WhenShown_SaysHowGoodItIsBesideTheBaseline()
    {
        var models = Use(new());

        var page = Version(models);

        page.WaitForAssertion(() => page.FindAll(".tile").Count.ShouldBe(2));
        page.FindAll(".tile")[0].TextContent.ShouldContain("Better than a simple baseline: 0.5");
        page.FindAll(".tile")[1].TextContent.ShouldContain("Not better than a simple baseline: 0.35");
        page.Markup.ShouldContain("It looks like an id.");
        page.FindAll("table.matrix").Count.ShouldBe(1);
    }

    [Fact]
    public void Version_WhenShown_LeadsToApprovalAndDeployment()
    {
        var models = Use(new());

        var page = Version(models);

        page.WaitForAssertion(() => page.FindAll("header a.button").Select(a => a.GetAttribute("href")).ShouldBe(
            [$"deployments/new?model={models.Id}&version=1", $"approvals/new?model={models.Id}&version=1"]));
    }

    [Fact]
    public void Version_WhenTheReportIsGone_ShowsTheRest()
    {
        var models = Use(new() { Report = null });

        var page = Version(models);

        page.WaitForAssertion(() => page.Find(".notice-warning").TextContent.ShouldContain("not there any more"));
        page.FindAll(".tile").Count.ShouldBe(2);
    }

    [Fact]
    public void Compare_WhenShown_MarksTheBetterVersion()
    {
        var models = Use(new());

        var page = Compare(models, "1,2");

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(3));
        page.FindAll("tbody tr")[1].TextContent.ShouldContain("Version 2");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1,x")]
    [InlineData("1,-2")]
    public void Compare_WhenTheVersionsAreNoPair_SaysHowToNameThem(string versions)
    {
        var models = Use(new());

        var page = Compare(models, versions);

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain("?versions=1,2"));
    }

    protected override void Configure(IServiceCollection services) =>
        services.AddSingleton<IModelsFacade>(_ => _models);

    private FakeModels Use(FakeModels models) => _models = models;

    private IRenderedComponent<ModelVersionPage> Version(FakeModels models) =>
        Render<ModelVersionPage>(p => p.Add(m => m.Id, models.Id.ToString()).Add(m => m.Number, 1));

    private IRenderedComponent<ModelComparePage> Compare(FakeModels models, string versions)
    {
        Services.GetRequiredService<NavigationManager>()
            .NavigateTo($"models/{models.Id}/compare?versions={Uri.EscapeDataString(versions)}");
        return Render<ModelComparePage>(p => p.Add(m => m.Id, models.Id.ToString()));
    }
}
