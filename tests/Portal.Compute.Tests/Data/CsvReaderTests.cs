using System.Text;
using Portal.Compute.Data;

namespace Portal.Compute.Tests.Data;

public sealed class CsvReaderTests
{
    [Fact]
    public async Task Read_WhenFieldsAreQuoted_GivesTheirText()
    {
        var rows = await RowsAsync("a,b\n\"x, y\",\"he said \"\"no\"\"\"\n\"two\nlines\", \"spaced\" \n");

        rows.ShouldBe([["x, y", "he said \"no\""], ["two\nlines", "spaced"]]);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\r\n1,2\r\n3,4")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("\na,b\n\n1,2\n \n3,4\n\n")]
    [InlineData(" a ; b\n1; 2\n\"3\";4\n")]
    [InlineData("a\tb\n1\t2\n3\t4")]
    [InlineData("a|b\n1|2\n3|4")]
    public async Task Read_WhenLineEndsAndDelimitersVary_GivesTheSameRows(string text) =>
        (await RowsAsync(text)).ShouldBe([["1", "2"], ["3", "4"]]);

    [Fact]
    public async Task Read_WhenCommasStandInSemicolonFile_SplitsBySemicolon() =>
        (await RowsAsync("a;b\n1,5;2,5\n3,5;4,5\n")).ShouldBe([["1,5", "2,5"], ["3,5", "4,5"]]);

    [Fact]
    public async Task Read_WhenQuotesStandInsideAField_KeepsThem() =>
        (await RowsAsync("a,b\n5\" pipe,x\"\"y\n")).ShouldBe([["5\" pipe", "x\"\"y"]]);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(70_000)]
    public async Task Read_WhenTheStreamComesInPieces_GivesTheSameRows(int piece)
    {
        var text = "id,text\n"
            + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},\"é \"\"{i}\"\"\r\nx\"\r\n"));
        using var stream = new PiecewiseStream(Encoding.UTF8.GetBytes(text), piece);

        var rows = await RowsAsync(stream);

        rows.Count.ShouldBe(20_000);
        rows[^1].ShouldBe(["19999", "é \"19999\"\r\nx"]);
    }

    [Fact]
    public async Task Profile_WhenRowsAreRagged_NamesEachUpToTheBound()
    {
        var outcome = await CsvText.OutcomeAsync("a,b\n1,2\n3\n4,5,6\n" + string.Concat(Enumerable.Repeat("x\n", 50)));

        var errors = outcome.ShouldBeOfType<CsvProfileOutcome.Refused>().Errors;
        errors.Length.ShouldBe(20);
        errors[0].ShouldBe(new CsvError(
            CsvErrorCodes.RaggedRow, "Row 2 (line 3) has 1 values where the header has 2 columns.", 2, 3));
        errors[1].Row.ShouldBe(3);
    }

    [Fact]
    public async Task Profile_WhenAQuotedBreakComesBefore_CountsRowsAndLinesApart()
    {
        var error = await CsvText.RefusalAsync("a,b\n\"x\ny\",2\n3\n");

        error.Row.ShouldBe(2);
        error.Line.ShouldBe(4);
    }

    [Theory]
    [InlineData("a,b,a\n1,2,3\n")]
    [InlineData("a,b, a \n1,2,3\n")]
    public async Task Profile_WhenAHeaderIsDouble_IsRefused(string text)
    {
        var error = await CsvText.RefusalAsync(text);

        error.Code.ShouldBe(CsvErrorCodes.DuplicateHeader);
        error.Column.ShouldBe("a");
        error.Message.ShouldContain("1 and 3");
    }

    [Theory]
    [InlineData("a,,c\n1,2,3\n")]
    [InlineData("a, ,c\n1,2,3\n")]
    public async Task Profile_WhenAHeaderIsEmpty_NamesItsPosition(string text)
    {
        var error = await CsvText.RefusalAsync(text);

        error.Code.ShouldBe(CsvErrorCodes.EmptyHeader);
        error.Message.ShouldContain("Column 2");
    }

    [Fact]
    public async Task Profile_WhenAQuoteIsNotClosed_NamesWhereTheRowStarts()
    {
        var error = await CsvText.RefusalAsync("a,b\n1,2\n3,\"oops\n4,5\n");

        error.Code.ShouldBe(CsvErrorCodes.UnclosedQuote);
        (error.Row, error.Line).ShouldBe((2, 3));
    }

    [Fact]
    public async Task Profile_WhenTextFollowsAClosingQuote_NamesTheColumn()
    {
        var error = await CsvText.RefusalAsync("a,b\n1,\"x\"y\n");

        error.Code.ShouldBe(CsvErrorCodes.StrayQuote);
        (error.Row, error.Column).ShouldBe((1, "b"));
    }

    [Fact]
    public async Task Profile_WhenThereAreTooManyColumns_IsRefused() =>
        (await CsvText.RefusalAsync(string.Join(',', Enumerable.Range(0, 2_001)) + "\n1\n"))
            .Code.ShouldBe(CsvErrorCodes.TooManyColumns);

    [Fact]
    public async Task Profile_WhenThereAreTooManyRows_IsRefused()
    {
        var options = new CsvProfileOptions { Limits = new CsvLimits { RowsMax = 2 } };

        var error = await CsvText.RefusalAsync("a,b\n1,2\n3,4\n5,6\n", options);

        (error.Code, error.Row).ShouldBe((CsvErrorCodes.TooManyRows, 3));
    }

    [Fact]
    public async Task Profile_WhenAFieldIsTooLong_NamesTheColumn()
    {
        var error = await CsvText.RefusalAsync("a,b\n1," + new string('x', 200_000) + "\n");

        (error.Code, error.Column, error.Row).ShouldBe((CsvErrorCodes.FieldTooLong, "b", 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    public async Task Profile_WhenALineHas100Megabytes_IsRefusedInBoundedMemory(string opening)
    {
        using var stream = new EndlessLineStream("a,b\n1," + opening, 100_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var outcome = await CsvProfiler.ProfileAsync(stream, CsvProfileOptions.Default);

        var error = outcome.ShouldBeOfType<CsvProfileOutcome.Refused>().Errors.ShouldHaveSingleItem();
        (error.Code, error.Line).ShouldBe((CsvErrorCodes.LineTooLong, 2));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16_000_000);
        stream.BytesGiven.ShouldBeLessThan(4_000_000);
    }

    private static Task<List<string[]>> RowsAsync(string text) => RowsAsync(CsvText.Stream(text));

    private static async Task<List<string[]>> RowsAsync(Stream stream)
    {
        var reader = await CsvReader.OpenAsync(stream, CsvLimits.Default);
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.Headers.Length).Select(reader.Text)]);
        }

        reader.Errors.ShouldBeEmpty();
        return rows;
    }
}
