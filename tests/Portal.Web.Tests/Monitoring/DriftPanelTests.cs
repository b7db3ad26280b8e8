using Bunit;
using Portal.Grains.Keys;
using Portal.Grains.Monitoring;
using Portal.Web.Features.Monitoring;
using Portal.Web.Tests.Ui;

namespace Portal.Web.Tests.Monitoring;

public sealed class DriftPanelTests : ComponentTest
{
    private static DriftView View(string state, params DriftColumn[] columns) => new()
    {
        Id = new DeploymentId(Guid.CreateVersion7()),
        State = state,
        Window = "1d",
        At = DateTimeOffset.UnixEpoch,
        Columns = [.. columns],
    };

    private static DriftColumn Column(string name, string verdict, DriftOverlay? overlay = null) => new(
        name, name == "$output", verdict, null, "ks", 0.4, 0.001, 0.002, 0.31, 0.2, 0.05, 0.1, 0.25, 400, 400, 0, 0,
        "stable", [], 0, overlay);

    [Theory]
    [InlineData("no-requests", "No rows to compare")]
    [InlineData("not-routed", "Nothing answers here yet")]
    public void Render_WhenThereIsNothingToCompare_SaysWhy(string state, string expected) =>
        Render<DriftPanel>(p => p.Add(d => d.Drift, View(state))).Markup.ShouldContain(expected);

    [Fact]
    public void Render_WhenColumnsDrift_SaysItInPlainWordsAndShowsTheWorst()
    {
        var overlay = new DriftOverlay([0, 1, 2], [], [0.5, 0.5], [0.1, 0.9]);

        var panel = Render<DriftPanel>(p => p.Add(
            d => d.Drift, View("ready", Column("age", "drifted", overlay), Column("$output", "stable"))));

        panel.Find(".status.tone-danger").TextContent.ShouldContain("Has changed a lot");
        panel.Markup.ShouldContain("The model's answer");
        panel.Find("h3").TextContent.ShouldBe("age");
        panel.FindAll("path.over").Count.ShouldBe(2);
    }

    [Fact]
    public void Click_OnAColumn_ShowsIt()
    {
        var panel = Render<DriftPanel>(p => p.Add(
            d => d.Drift, View("ready", Column("age", "drifted"), Column("plan", "stable"))));

        panel.FindAll("button").Single(b => b.TextContent == "plan").Click();

        panel.Find("h3").TextContent.ShouldBe("plan");
    }
}
