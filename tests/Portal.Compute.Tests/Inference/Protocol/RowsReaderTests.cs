using System.Text;
using Portal.Compute.Inference.Protocol;

namespace Portal.Compute.Tests.Inference.Protocol;

public sealed class RowsReaderTests
{
    [Fact]
    public void TryRead_WhenRowsAreGood_ReadsThemInOrder()
    {
        var request = RowsReader.TryRead(
            """{"rows":[{"plan":"Basic","age":1},{"age":null,"plan":null},{"age":true,"plan":1}],"note":1}"""u8,
            ProtocolFixture.Binary, ProtocolFixture.Limits, out var fault).Good(fault);

        request.Numbers().ShouldBe([1, float.NaN, 1]);
        request.Texts().ShouldBe(["Basic", "", "1"]);
    }

    [Theory]
    [InlineData("{}", "invalid-request", null, null)]
    [InlineData("""{"rows":{}}""", "invalid-request", null, null)]
    [InlineData("""{"rows":[5]}""", "invalid-request", null, null)]
    [InlineData("""{"rows":[]}""", "no-rows", null, null)]
    [InlineData("""{"rows":[{"age":1,"plan":"a"},{"age":1}]}""", "missing-column", "plan", 1)]
    [InlineData("""{"rows":[{"age":1,"plan":"a","x":1}]}""", "unknown-column", "x", 0)]
    [InlineData("""{"rows":[{"age":1,"age":2,"plan":"a"}]}""", "duplicate-column", "age", 0)]
    [InlineData("""{"rows":[{"age":"old","plan":"a"}]}""", "wrong-value", "age", 0)]
    [InlineData("""{"rows":[{"age":1,"plan":["a"]}]}""", "wrong-value", "plan", 0)]
    [InlineData("""{"rows":[{"age":1,"plan":"a"}""", "invalid-json", null, null)]
    [InlineData("""{"rows":[{"age":1,"plan":"\ud800"}]}""", "invalid-json", null, null)]
    public void TryRead_WhenSomethingIsWrong_NamesColumnAndRow(string body, string code, string? column, int? row)
    {
        RowsReader.TryRead(
            Encoding.UTF8.GetBytes(body), ProtocolFixture.Binary, ProtocolFixture.Limits, out var fault).ShouldBeNull();

        (fault!.Code, fault.Input, fault.Row).ShouldBe((code, column, row));
    }

    [Fact]
    public void TryRead_WhenRowsAreTooMany_Refuses()
    {
        var rows = string.Join(",", Enumerable.Repeat("""{"age":1,"plan":"a"}""", 4));

        RowsReader.TryRead(
            Encoding.UTF8.GetBytes($$"""{"rows":[{{rows}}]}"""), ProtocolFixture.Binary, ProtocolFixture.Limits,
            out var fault).ShouldBeNull();

        fault!.Code.ShouldBe("too-many-rows");
    }
}
