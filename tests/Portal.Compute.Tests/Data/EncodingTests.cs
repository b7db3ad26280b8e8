using System.Text;
using Portal.Compute.Data;

namespace Portal.Compute.Tests.Data;

public sealed class EncodingTests
{
    [Fact]
    public async Task Profile_WhenUtf8HasAMark_DropsTheMark()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "näme,b\n1,2\n"u8];

        var outcome = await CsvText.OutcomeAsync(bytes);

        outcome.ShouldBeOfType<CsvProfileOutcome.Profiled>().Profile.Columns[0].Name.ShouldBe("näme");
    }

    [Fact]
    public async Task Profile_WhenUtf16HasAMark_IsRefusedAsUtf16()
    {
        var error = await CsvText.RefusalAsync(
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,b\n1,2\n")]);

        error.Code.ShouldBe(CsvErrorCodes.Utf16);
        error.Message.ShouldContain("CSV UTF-8");
    }

    [Theory]
    [InlineData("utf-16LE")]
    [InlineData("utf-16BE")]
    public async Task Profile_WhenUtf16HasNoMark_IsRefusedAsUtf16(string encoding)
    {
        var error = await CsvText.RefusalAsync(
            Encoding.GetEncoding(encoding).GetBytes("name,value\nfirst,2\nsecond,3\n"));

        error.Code.ShouldBe(CsvErrorCodes.Utf16);
    }

    [Fact]
    public async Task Profile_WhenLatin1_NamesLineAndOffset()
    {
        var error = await CsvText.RefusalAsync(Encoding.Latin1.GetBytes("name,n\nAnna,1\nJosé,2\n"));

        error.Code.ShouldBe(CsvErrorCodes.NotUtf8);
        error.Line.ShouldBe(3);
        error.ByteOffset.ShouldBe(17);
        error.Message.ShouldContain("0xE9");
        error.Message.ShouldContain("CSV UTF-8");
    }

    [Fact]
    public async Task Profile_WhenTheBadByteIsFarIn_StillNamesItsPlace()
    {
        var good = string.Concat(Enumerable.Repeat("größe,1\n", 100_000));
        byte[] bytes = [.. "name,n\n"u8, .. Encoding.UTF8.GetBytes(good), 0xFC, .. ",1\n"u8];

        var error = await CsvText.RefusalAsync(bytes);

        error.Code.ShouldBe(CsvErrorCodes.NotUtf8);
        error.Line.ShouldBe(100_002);
        error.ByteOffset.ShouldBe(7 + Encoding.UTF8.GetByteCount(good));
    }

    [Fact]
    public async Task Profile_WhenTheLastCharacterIsCutOff_IsRefused() =>
        (await CsvText.RefusalAsync([.. "a,b\n1,2\n3,x"u8, 0xC3])).Code.ShouldBe(CsvErrorCodes.NotUtf8);

    [Fact]
    public async Task Profile_WhenBinary_IsRefusedAsBinary()
    {
        var bytes = new byte[4096];
        new Random(7).NextBytes(bytes);

        (await CsvText.RefusalAsync(bytes)).Code.ShouldBe(CsvErrorCodes.Binary);
    }

    [Fact]
    public async Task Profile_WhenAnExcelWorkbook_SaysSo()
    {
        var error = await CsvText.RefusalAsync([(byte)'P', (byte)'K', 3, 4, 20, 0, 8, 0]);

        error.Code.ShouldBe(CsvErrorCodes.Binary);
        error.Message.ShouldContain("Excel");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n\n")]
    [InlineData("   \n")]
    public async Task Profile_WhenEmpty_IsRefused(string text) =>
        (await CsvText.RefusalAsync(text)).Code.ShouldBe(CsvErrorCodes.Empty);

    [Theory]
    [InlineData("a,b")]
    [InlineData("a,b\n\n")]
    public async Task Profile_WhenOnlyAHeader_IsRefused(string text) =>
        (await CsvText.RefusalAsync(text)).Code.ShouldBe(CsvErrorCodes.NoRows);
}
