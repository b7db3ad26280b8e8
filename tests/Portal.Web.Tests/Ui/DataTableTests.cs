using Bunit;
using Microsoft.AspNetCore.Components;
using Portal.Web.Ui;

namespace Portal.Web.Tests.Ui;

public sealed class DataTableTests : ComponentTest
{
    private static readonly Row[] Rows = [new("pear", 3), new("apple", 1), new("fig", 2)];

    [Fact]
    public void Render_WhenGivenRows_ShowsThemInTheirOrderWithLabelsForPhones()
    {
        var table = Show(Rows);

        Names(table).ShouldBe(["pear", "apple", "fig"]);
        table.FindAll("tbody tr:first-child td").Select(c => c.GetAttribute("data-label")).ShouldBe(["Name", "Count"]);
    }

    [Fact]
    public void Sort_WhenTheHeadingIsPressedTwice_TurnsRound()
    {
        var table = Show(Rows);

        table.Find("th button").Click();
        Names(table).ShouldBe(["apple", "fig", "pear"]);
        table.Find("th").GetAttribute("aria-sort").ShouldBe("ascending");
        table.Find("th button").Click();

        Names(table).ShouldBe(["pear", "fig", "apple"]);
        table.Find("th").GetAttribute("aria-sort").ShouldBe("descending");
    }

    [Fact]
    public void Page_WhenThereAreMoreRowsThanFit_TurnsThePage()
    {
        var table = Show(Rows, pageSize: 2);

        table.FindAll("nav button")[1].Click();

        Names(table).ShouldBe(["fig"]);
        table.FindAll("nav button")[1].HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public void Render_WhenThereAreNoRows_ShowsWhatStandsForThem() =>
        Show([]).Find(".none").TextContent.ShouldBe("nothing");

    private static string[] Names(IRenderedComponent<DataTable<Row>> table) =>
        [.. table.FindAll("tbody tr td:first-child").Select(c => c.TextContent.Trim())];

    private IRenderedComponent<DataTable<Row>> Show(Row[] rows, int pageSize = 50) =>
        Render<DataTable<Row>>(p => p
            .Add(t => t.Items, rows)
            .Add(t => t.Caption, "Fruit")
            .Add(t => t.PageSize, pageSize)
            .Add(t => t.RowHref, row => $"fruit/{row.Name}")
            .Add(t => t.Empty, "nothing")
            .Add(t => t.Columns, (RenderFragment)(builder =>
            {
                builder.OpenComponent<DataColumn<Row>>(0);
                builder.AddAttribute(1, nameof(DataColumn<Row>.Title), "Name");
                builder.AddAttribute(2, nameof(DataColumn<Row>.Text), (Func<Row, string?>)(r => r.Name));
                builder.AddAttribute(3, nameof(DataColumn<Row>.SortBy), (Func<Row, IComparable?>)(r => r.Name));
                builder.CloseComponent();
                builder.OpenComponent<DataColumn<Row>>(4);
                builder.AddAttribute(5, nameof(DataColumn<Row>.Title), "Count");
                builder.AddAttribute(6, nameof(DataColumn<Row>.Text), (Func<Row, string?>)(r => $"{r.Count}"));
                builder.CloseComponent();
            })));

    private sealed record Row(string Name, int Count);
}
