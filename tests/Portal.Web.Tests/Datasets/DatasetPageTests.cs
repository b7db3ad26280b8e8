using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Datasets.Reading;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;
using Portal.Web.Features.Datasets;
using Portal.Web.Tests.Ui;

namespace Portal.Web.Tests.Datasets;

public sealed class DatasetPageTests : ComponentTest
{
    private readonly FakeDatasets _fake = new();

    [Fact]
    public void List_WhileItLoads_ShowsTheSkeleton()
    {
        var never = new TaskCompletionSource<Result<ListPage<DatasetSummary>>>();
        _fake.List = () => never.Task;

        var page = Render<DatasetListPage>();

        page.Find(".loadable").GetAttribute("data-phase").ShouldBe("Loading");
    }

    [Fact]
    public void List_WhenThereIsNone_OffersTheFirstUpload()
    {
        var page = Render<DatasetListPage>();

        page.WaitForAssertion(() => page.Find(".empty a").GetAttribute("href").ShouldBe("datasets/new"));
    }

    [Fact]
    public void List_WhenRefused_SaysWhy()
    {
        _fake.List = () => Task.FromResult(
            (Result<ListPage<DatasetSummary>>)new Unavailable("database-unavailable", "No answer."));

        var page = Render<DatasetListPage>();

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain("No answer."));
    }

    [Fact]
    public void List_WhenThereAreSome_LinksEach()
    {
        _fake.List = () => Task.FromResult((Result<ListPage<DatasetSummary>>)new ListPage<DatasetSummary>(
            [FakeDatasets.Summary()], null));

        var page = Render<DatasetListPage>();

        page.WaitForAssertion(() => page.Find("a.row-link").GetAttribute("href").ShouldBe(
            $"datasets/{FakeDatasets.Id}"));
        page.Find("tbody").TextContent.ShouldContain("977.5 kB");
    }

    [Fact]
    public void Detail_WhenLoaded_SaysWhatEachColumnIsAndLeavesOut()
    {
        var page = Render<DatasetDetailPage>(p => p.Add(d => d.Id, FakeDatasets.Id.ToString()));

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("Customers"));
        page.Markup.ShouldContain("Looks like an id: left out of training.");
        page.Markup.ShouldContain("18 to 90, mean 41.5");
        page.Markup.ShouldContain("Basic (71.0");
        page.FindAll("a[href*='training/new?dataset=']").Count.ShouldBe(1);
    }

    [Fact]
    public void Detail_WhenATypeIsCorrected_SendsThatColumnAlone()
    {
        var page = Render<DatasetDetailPage>(p => p.Add(d => d.Id, FakeDatasets.Id.ToString()));
        page.WaitForElement("select[aria-label='Type of age']").Change("category");
        page.Find("#subject-key").Change("customer");

        page.FindAll("button").Single(b => b.TextContent.Contains("Save as a new version", StringComparison.Ordinal))
            .Click();

        var sent = _fake.Retyped.Single();
        sent.Types.Single().ShouldBe(new("age", "category"));
        sent.SubjectKey.ShouldBe("customer");
    }

    [Fact]
    public void Detail_WhenOneMayOnlyRead_OffersNothingElse()
    {
        _fake.Get = () => Task.FromResult((Result<DatasetPageData>)FakeDatasets.Page(mayChange: false));

        var page = Render<DatasetDetailPage>(p => p.Add(d => d.Id, FakeDatasets.Id.ToString()));

        page.WaitForElement("select[aria-label='Type of age']").HasAttribute("disabled").ShouldBeTrue();
        page.FindAll("input[type=file]").ShouldBeEmpty();
        page.FindAll("a[href*='training/new']").ShouldBeEmpty();
    }

    [Fact]
    public void Rows_WhenNobodyAsked_AreNotReadAndThenStandAsText()
    {
        var page = Render<DatasetDetailPage>(p => p.Add(d => d.Id, FakeDatasets.Id.ToString()));
        page.WaitForElement("select[aria-label='Type of age']");
        _fake.Previews.ShouldBe(0);

        page.FindAll("button").Single(b => b.TextContent.Contains("Show the first rows", StringComparison.Ordinal))
            .Click();

        page.WaitForAssertion(() => page.Find(".rows td:last-child").TextContent.ShouldBe("<b>Basic</b>"));
        _fake.Previews.ShouldBe(1);
    }

    [Fact]
    public void Upload_WhileTheFileIsRead_SaysHowFar()
    {
        _fake.Upload = new UploadProgress("upload-0001", UploadStage.Reading, 500, 1000, 42);

        var page = Render<DatasetUploadPage>();

        page.WaitForAssertion(() => page.Find("[role=progressbar]").GetAttribute("aria-valuenow").ShouldBe("50"));
        page.Markup.ShouldContain("42 rows");
    }

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton<IDatasetsFacade>(_fake);
        this.AddAuthorization().SetAuthorized("somebody").SetPolicies(DatasetsPermissions.Create);
    }
}
