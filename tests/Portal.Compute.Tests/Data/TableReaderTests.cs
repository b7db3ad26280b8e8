using Portal.Compute.Data;

namespace Portal.Compute.Tests.Data;

public sealed class TableReaderTests
{
    private static readonly TableSchema Schema = new(
    [
        new("n", ColumnType.Number), new("c", ColumnType.Category), new("b", ColumnType.Boolean),
        new("d", ColumnType.Date, "dd/MM/yyyy"),
    ]);

    [Fact]
    public async Task Read_WhenValuesAreMissingOrDoNotFit_MakesThemMissing()
    {
        var read = await ReadAsync(
            "n,c,b,d\n1.5,zeta,Yes,02/01/1970\nx,?,no,31/02/2024\n,alpha,maybe,\n1e300,zeta,YES,01/01/1970\n");

        read.Table.Numeric("n").Values.ShouldBe([1.5f, float.NaN, float.NaN, float.NaN]);
        read.Table.Category("c").Levels.ShouldBe(["alpha", "zeta"]);
        read.Table.Category("c").Codes.ShouldBe([1, -1, 0, 1]);
        read.Table.Category("b").Levels.ShouldBe(["no", "Yes"]);
        read.Table.Category("b").Codes.ShouldBe([1, 0, -1, 1]);
        read.Table.Numeric("d").Values.ShouldBe([1f, float.NaN, float.NaN, 0f]);
        read.Misfits.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => (m.Key, m.Value))
            .ShouldBe([("b", 1L), ("d", 1L), ("n", 2L)]);
    }

    [Fact]
    public async Task Read_WhenColumnsStandInAnotherOrder_FindsThemByName()
    {
        var read = await ReadAsync("d,extra,c,n,b\n,9,q,2,yes\n", ["n", "c"]);

        read.Table.Columns.Select(c => c.Name).ShouldBe(["n", "c"]);
        read.Table.Numeric("n").Values.ShouldBe([2f]);
    }

    [Fact]
    public async Task Read_WhenAColumnIsAbsent_NamesIt()
    {
        var errors = await RefusedAsync("n,c,b\n1,2,3\n", TableReadOptions.Default);

        (errors[0].Code, errors[0].Column).ShouldBe((CsvErrorCodes.SchemaMismatch, "d"));
    }

    [Fact]
    public async Task Read_WhenThereAreTooManyRows_RefusesOrSamplesInFileOrder()
    {
        var text = "n,c,b,d\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{i},v{i % 3},yes,\n"));

        var errors = await RefusedAsync(text, new TableReadOptions { RowsMax = 1_000 });
        var options = new TableReadOptions { RowsMax = 1_000, SampleWhenLarger = true, Seed = 4 };
        var one = await ReadAsync(text, null, options);
        var two = await ReadAsync(text, null, options);

        errors[0].Code.ShouldBe(CsvErrorCodes.TooManyRows);
        one.RowsInFile.ShouldBe(5_000);
        var values = one.Table.Numeric("n").Values;
        values.Length.ShouldBe(1_000);
        values.ShouldBe(values.Order());
        values.Distinct().Count().ShouldBe(1_000);
        // The mean of 1,000 of 0..4999 has a standard error of 41.
        values.Average().ShouldBe(2_499.5f, 165);
        two.Table.Numeric("n").Values.ShouldBe(values);
        one.Table.Category("c").ValueAt(7).ShouldBe($"v{values[7] % 3}");
    }

    [Fact]
    public async Task Read_WhenAColumnHasTooManyLevels_NamesIt()
    {
        var text = "n,c,b,d\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"1,v{i},yes,\n"));

        var errors = await RefusedAsync(text, new TableReadOptions { LevelsMax = 10 });

        (errors[0].Code, errors[0].Column).ShouldBe((CsvErrorCodes.TooManyLevels, "c"));
    }

    [Fact]
    public async Task Read_WhenARowIsRagged_IsRefused() =>
        (await RefusedAsync("n,c,b,d\n1,2\n", TableReadOptions.Default))[0].Code.ShouldBe(CsvErrorCodes.RaggedRow);

    private static async Task<TableReadOutcome.Read> ReadAsync(
        string text, string[]? columns = null, TableReadOptions? options = null) =>
        (await CsvTableReader.ReadAsync(CsvText.Stream(text), Schema, columns, options ?? TableReadOptions.Default))
            .ShouldBeOfType<TableReadOutcome.Read>();

    private static async Task<IReadOnlyList<CsvError>> RefusedAsync(string text, TableReadOptions options) =>
        (await CsvTableReader.ReadAsync(CsvText.Stream(text), Schema, null, options))
            .ShouldBeOfType<TableReadOutcome.Refused>().Errors;
}
