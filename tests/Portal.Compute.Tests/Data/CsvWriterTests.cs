using System.Text;
using Portal.Compute.Data;

namespace Portal.Compute.Tests.Data;

public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("+971 50 123", "'+971 50 123")]
    [InlineData("-x", "'-x")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("-5", "-5")]
    [InlineData("+1.5e3", "+1.5e3")]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData(" edge ", "\" edge \"")]
    [InlineData(null, "")]
    public void Format_WhenACellIsGiven_IsQuotedAndNotRun(string? value, string expected) =>
        CsvCell.Format(value).ShouldBe(expected);

    [Fact]
    public async Task WriteRow_WhenReadBack_GivesTheSameText()
    {
        var stream = new MemoryStream();
        var writer = new CsvWriter(stream);
        await writer.WriteRowAsync(["name", "note"]);
        await writer.WriteRowAsync([1.5, "two\r\nlines, \"quoted\""]);
        await writer.FlushAsync();

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("name,note\r\n1.5,\"two\r\nlines, \"\"quoted\"\"\"\r\n");
    }
}
