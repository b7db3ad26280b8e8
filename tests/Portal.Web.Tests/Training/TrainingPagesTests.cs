using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Training;
using Portal.Web.Features.Training;
using Portal.Web.Tests.Ui;

namespace Portal.Web.Tests.Training;

public sealed class TrainingPagesTests : ComponentTest
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private FakeTraining _training = new();

    [Fact]
    public void New_WhenThereIsNoDataset_OffersTheUpload()
    {
        Use(new() { IsEmpty = true });

        var page = Render<TrainingNewPage>();

        page.WaitForAssertion(() => page.Find(".empty a").GetAttribute("href").ShouldBe("datasets/new"));
    }

    [Fact]
    public void New_WhenADatasetIsThere_ShowsThePlanInPlainWords()
    {
        Use(new());

        var page = Render<TrainingNewPage>();

        page.WaitForAssertion(() =>
            page.Markup.ShouldContain("We will predict Churn (Yes or No) from 2 columns."));
        page.Markup.ShouldContain("customerID: left out, because it looks like an id");
    }

    [Fact]
    public void New_WhenStarted_SendsTheTargetThatIsShown()
    {
        var training = Use(new());
        var page = Render<TrainingNewPage>();

        page.WaitForElement("button.button-primary").Click();

        page.WaitForAssertion(() => training.Started!.Target.ShouldBe("Churn"));
        training.Started!.Columns.ShouldBeNull();
    }

    [Fact]
    public void Run_WhenItHasFailed_SaysWhy()
    {
        var training = Use(new());
        training.State = FakeTraining.Queued().Apply(new RunStarted(1, "a", At))
            .Apply(new RunFailed("too-few-rows", "Only 12 rows have a value.", At));

        var page = Render<RunPage>(p => p.Add(r => r.Id, FakeTraining.Run.ToString()));

        page.WaitForAssertion(() => page.Find(".notice-danger").TextContent.ShouldContain("Only 12 rows"));
    }

    [Fact]
    public void Run_WhileItGoes_ShowsItsLogAndCanBeCancelled()
    {
        var training = Use(new());
        training.State = FakeTraining.Queued().Apply(new RunStarted(1, "a", At));
        training.Progress.Add(new(1, 1, At, null, null, null, null, "Looking at the columns."));

        var page = Render<RunPage>(p => p.Add(r => r.Id, FakeTraining.Run.ToString()));

        page.WaitForAssertion(() => page.Markup.ShouldContain("Looking at the columns."));
        page.Find(".progress button").Click();
        training.Cancelled.ShouldBe(1);
    }

    protected override void Configure(IServiceCollection services) =>
        services.AddSingleton<ITrainingFacade>(_ => _training);

    private FakeTraining Use(FakeTraining training) => _training = training;
}
