using System.Text.Json;
using Portal.Compute.Data;

namespace Portal.Compute.Tests.Data;

public sealed class DataTableTests
{
    private static readonly DataTable Table = new(
    [
        new NumericColumn("age", [30, float.NaN, 50]),
        new CategoryColumn("plan", ["basic", "pro"], [1, -1, 0]),
    ]);

    [Fact]
    public void Take_WhenRowsAreNamed_KeepsTheirOrderAndTheLevels()
    {
        var taken = Table.Take([2, 0]);

        taken.RowCount.ShouldBe(2);
        taken.Numeric("age").Values.ShouldBe([50f, 30f]);
        taken.Category("plan").Codes.ShouldBe([0, 1]);
        taken.Category("plan").Levels.ShouldBe(["basic", "pro"]);
    }

    [Fact]
    public void MissingCount_WhenValuesAreMissing_CountsThem()
    {
        Table["age"].MissingCount.ShouldBe(1);
        Table["plan"].MissingCount.ShouldBe(1);
        Table.Category("plan").ValueAt(1).ShouldBeNull();
    }

    [Fact]
    public void Constructor_WhenLengthsDiffer_Throws() =>
        Should.Throw<ArgumentException>(() => new DataTable([new NumericColumn("a", [1]), new NumericColumn("b", [])]));

    [Fact]
    public void Constructor_WhenANameIsDouble_Throws() =>
        Should.Throw<ArgumentException>(
            () => new DataTable([new NumericColumn("a", [1]), new NumericColumn("a", [2])]));

    [Fact]
    public void TableSchema_WhenStoredAsJson_ReadsBackWithTypeNames()
    {
        var schema = new TableSchema([new("age", ColumnType.Integer), new("day", ColumnType.Date, "yyyy-MM-dd")], ';');

        var json = JsonSerializer.Serialize(schema);
        var back = JsonSerializer.Deserialize<TableSchema>(json)!;

        json.ShouldContain("\"Integer\"");
        back.Columns.ShouldBe(schema.Columns);
        back.Delimiter.ShouldBe(';');
    }
}
