using Bunit;
using Microsoft.AspNetCore.Components;
using Portal.Tenancy.Primitives;
using Portal.Web.Ui;

namespace Portal.Web.Tests.Ui;

public sealed class LoadableTests : ComponentTest
{
    private static readonly Result<string[]> Two = (Result<string[]>)(string[])["a", "b"];

    [Fact]
    public void Render_WhenNothingHasCome_ShowsTheSkeleton()
    {
        var never = new TaskCompletionSource<Result<string[]>>();

        var view = Show(_ => never.Task);

        Phase(view).ShouldBe("Loading");
        view.Find(".loadable").GetAttribute("aria-busy").ShouldBe("true");
        view.FindAll(".skeleton").Count.ShouldBe(1);
    }

    [Fact]
    public void Render_WhenDataCame_ShowsThem()
    {
        var view = Show(_ => Task.FromResult(Two));

        view.WaitForAssertion(() => view.Find(".data").TextContent.ShouldBe("2"));
        Phase(view).ShouldBe("Data");
    }

    [Fact]
    public void Render_WhenTheListIsEmpty_OffersTheNextStep()
    {
        var view = Show(_ => Task.FromResult((Result<string[]>)Array.Empty<string>()));

        view.WaitForAssertion(() => view.Find(".nothing").TextContent.ShouldBe("Upload"));
    }

    [Fact]
    public void Render_WhenRefused_SaysWhatToDoAndTriesAgain()
    {
        var answers = new Queue<Result<string[]>>([new Unavailable("database-unavailable", "No answer."), Two]);
        var view = Show(_ => Task.FromResult(answers.Dequeue()));
        view.WaitForAssertion(() => view.Find("[role=alert]").TextContent.ShouldContain("No answer."));
        view.Find("[role=alert]").TextContent.ShouldContain("Wait a moment");

        view.Find("[role=alert] button").Click();

        view.WaitForAssertion(() => Phase(view).ShouldBe("Data"));
    }

    [Fact]
    public void Render_WhenTheSubjectChanges_LoadsAgain()
    {
        var loads = 0;
        var view = Show(
            _ =>
            {
                loads++;
                return Task.FromResult(Two);
            },
            subject: "one");
        view.WaitForAssertion(() => loads.ShouldBe(1));

        view.Render(p => p.Add(l => l.For, "one"));
        loads.ShouldBe(1);
        view.Render(p => p.Add(l => l.For, "two"));

        view.WaitForAssertion(() => loads.ShouldBe(2));
    }

    [Fact]
    public void Render_WhenThePageIsNotLive_AsksNothing()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        var loads = 0;

        var view = Show(_ =>
        {
            loads++;
            return Task.FromResult(Two);
        });

        loads.ShouldBe(0);
        Phase(view).ShouldBe("Loading");
    }

    private static string? Phase(IRenderedComponent<Loadable<string[]>> view) =>
        view.Find(".loadable").GetAttribute("data-phase");

    private IRenderedComponent<Loadable<string[]>> Show(
        Func<CancellationToken, Task<Result<string[]>>> load, object? subject = null) =>
        Render<Loadable<string[]>>(p => p
            .Add(l => l.Load, load)
            .Add(l => l.For, subject)
            .Add(l => l.Empty, "<p class=\"nothing\">Upload</p>")
            .Add(l => l.ChildContent, value => $"<p class=\"data\">{value.Length}</p>"));
}
