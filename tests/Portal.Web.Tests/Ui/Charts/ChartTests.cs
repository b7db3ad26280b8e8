using Bunit;
using Portal.Web.Ui.Charts;

namespace Portal.Web.Tests.Ui.Charts;

public sealed class ChartTests : ComponentTest
{
    [Fact]
    public void LineChart_WhenDrawn_CarriesItsFiguresAsATable()
    {
        var chart = Render<LineChart>(p => p
            .Add(c => c.Title, "AUC by round")
            .Add(c => c.XLabel, "Round")
            .Add(c => c.Series, [new("Train", [new(1, 0.5), new(2, 0.75)]), new("Valid", [new(2, 0.25)])]));

        chart.Find("figcaption").TextContent.ShouldBe("AUC by round");
        chart.FindAll("thead th").Select(h => h.TextContent).ShouldBe(["Round", "Train", "Valid"]);
        chart.FindAll("tbody tr").Select(r => r.TextContent.Trim()).ShouldBe(["10.5–", "20.750.25"]);
        chart.FindAll("polyline").Count.ShouldBe(2);
    }

    [Fact]
    public void LineChart_WhenThereIsNothing_SaysSo()
    {
        var chart = Render<LineChart>(p => p.Add(c => c.Title, "Requests").Add(c => c.Series, []));

        chart.FindAll("svg").ShouldBeEmpty();
        chart.Find(".none").TextContent.ShouldBe("Nothing to draw yet.");
    }

    [Fact]
    public void OverlayHistogramChart_WhenCountsDiffer_ComparesShares()
    {
        var chart = Render<OverlayHistogramChart>(p => p
            .Add(c => c.Title, "tenure")
            .Add(c => c.BeforeName, "Training")
            .Add(c => c.NowName, "Now")
            .Add(c => c.Before, [new(0, 1, 300), new(1, 2, 100)])
            .Add(c => c.Now, [new(0, 1, 1), new(1, 2, 3)]));

        var first = chart.FindAll("tbody tr")[0].QuerySelectorAll("td");
        first[2].TextContent.ShouldBe(Figure.Percent(0.75));
        first[3].TextContent.ShouldBe(Figure.Percent(0.25));
    }

    [Fact]
    public void ConfusionMatrix_WhenDrawn_SharesAreOfTheTrueClass()
    {
        var chart = Render<ConfusionMatrix>(p => p
            .Add(c => c.Title, "Held out")
            .Add(c => c.Labels, ["No", "Yes"])
            .Add(c => c.Counts, [[90L, 10L], [25L, 75L]]));

        var cells = chart.FindAll("tbody td");
        cells.Select(c => c.QuerySelector("strong")!.TextContent).ShouldBe(["90", "10", "25", "75"]);
        cells[2].GetAttribute("style").ShouldBe("--share:25%");
    }

    [Fact]
    public void BarChart_WhenDrawn_TheLongestIsFull()
    {
        var chart = Render<BarChart>(p => p
            .Add(c => c.Title, "Gain").Add(c => c.Values, [new("a", 2), new("b", 1)]));

        chart.FindAll(".track > div").Select(d => d.GetAttribute("style"))
            .ShouldBe(["inline-size:100%", "inline-size:50%"]);
        chart.FindAll("th").Select(h => h.TextContent).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void HistogramChart_WhenDrawn_TellsEachBin()
    {
        var chart = Render<HistogramChart>(p => p
            .Add(c => c.Title, "tenure").Add(c => c.Bins, [new(0, 10, 4), new(10, 20, 6)]));

        chart.FindAll("rect title").Select(t => t.TextContent).ShouldBe(["0 – 10: 4", "10 – 20: 6"]);
    }
}
