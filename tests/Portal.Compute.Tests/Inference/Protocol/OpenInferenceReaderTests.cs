using System.Text;
using Portal.Compute.Inference.Protocol;

namespace Portal.Compute.Tests.Inference.Protocol;

public sealed class OpenInferenceReaderTests
{
    private const string Plan = """{"name":"plan","shape":[2,1],"datatype":"BYTES","data":["a","b"]}""";

    [Fact]
    public void TryRead_WhenDataIsFlatOrNested_GivesTheSameRows()
    {
        foreach (var data in new[] { "[1.5,2]", "[[1.5],[2]]" })
        {
            var request = Good($$"""
                {"id":"r1","inputs":[
                  {"data":{{data}},"name":"age","shape":[2,1],"datatype":"FP64","parameters":{"x":[1]} }, {{Plan}}
                ],"parameters":{"deep":{"er":1} } }
                """);

            request.Id.ShouldBe("r1");
            request.Batch.RowCount.ShouldBe(2);
            request.Numbers().ShouldBe([1.5f, 2f]);
            request.Texts().ShouldBe(["a", "b"]);
            request.Outputs.ShouldBe(["label", "probabilities"]);
        }
    }

    [Theory]
    [InlineData("FP32", "[1,null]", 1, float.NaN)]
    [InlineData("FP16", "[0.5,2e1]", 0.5f, 20)]
    [InlineData("INT8", "[-1,3]", -1, 3)]
    [InlineData("INT64", "[1,16777217]", 1, 16777216)]
    [InlineData("UINT32", "[0,9]", 0, 9)]
    [InlineData("BOOL", "[true,0]", 1, 0)]
    public void TryRead_WhenANumberHasAnyNumericDatatype_ConvertsIt(
        string datatype, string data, float first, float second) =>
        Good($$"""{"inputs":[{"name":"age","shape":[2],"datatype":"{{datatype}}","data":{{data}} },{{Plan}}] }""")
            .Numbers().ShouldBe([first, second]);

    [Theory]
    [InlineData("BYTES", """[" Basic ","?"]""", "Basic", "")]
    [InlineData("BYTES", """["","N/A"]""", "", "")]
    [InlineData("INT32", "[1,-7]", "1", "-7")]
    [InlineData("FP64", "[1.50,1e3]", "1.5", "1000")]
    [InlineData("BOOL", "[true,false]", "True", "false")]
    [InlineData("BYTES", "[null,\"\\u0041\"]", "", "A")]
    public void TryRead_WhenACategoryHasAnyDatatype_WritesItAsTrainingReadIt(
        string datatype, string data, string first, string second) =>
        Good($$"""
            {"inputs":[{"name":"plan","shape":[2],"datatype":"{{datatype}}","data":{{data}} },
            {"name":"age","shape":[2,1],"datatype":"FP32","data":[1,2]}]}
            """).Texts().ShouldBe([first, second]);

    [Fact]
    public void TryRead_WhenOutputsAreNamed_KeepsTheirOrder() =>
        Good($$"""
            {"outputs":[{"name":"probabilities","parameters":{"classification":1} }],
            "inputs":[{"name":"age","shape":[2],"datatype":"FP32","data":[1,2]},{{Plan}}] }
            """).Outputs.ShouldBe(["probabilities"]);

    [Theory]
    [InlineData("not json", "invalid-json", null)]
    [InlineData("", "invalid-json", null)]
    [InlineData("{} x", "invalid-json", null)]
    [InlineData("[]", "invalid-request", null)]
    [InlineData("{}", "invalid-request", null)]
    [InlineData("""{"id":"123456","inputs":[]}""", "invalid-request", null)]
    [InlineData("""{"id":7}""", "invalid-request", null)]
    [InlineData("""{"inputs":{}}""", "invalid-request", null)]
    [InlineData("""{"inputs":[1]}""", "invalid-request", null)]
    [InlineData("""{"inputs":[{"shape":[1]}]}""", "invalid-request", null)]
    [InlineData("""{"inputs":[]}""", "missing-input", "age")]
    [InlineData("""{"inputs":[{"name":"other"}]}""", "unknown-input", "other")]
    [InlineData("""{"outputs":[{"name":"x"}]}""", "unknown-output", "x")]
    public void TryRead_WhenTheEnvelopeIsWrong_NamesTheFault(string body, string code, string? input) =>
        Fault(body).ShouldSatisfyAllConditions(
            fault => fault.Code.ShouldBe(code), fault => fault.Input.ShouldBe(input));

    [Theory]
    [InlineData("""{"name":"age","shape":[2],"data":[1,2]}""", "wrong-datatype", null)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"FLOAT","data":[1,2]}""", "wrong-datatype", null)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"BYTES","data":["1","2"]}""", "wrong-datatype", null)]
    [InlineData("""{"name":"age","datatype":"FP32","data":[1,2]}""", "wrong-shape", null)]
    [InlineData("""{"name":"age","shape":[2,2],"datatype":"FP32","data":[1,2,3,4]}""", "wrong-shape", null)]
    [InlineData("""{"name":"age","shape":[-2],"datatype":"FP32","data":[1,2]}""", "wrong-shape", null)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"FP32","data":[[1,2],[3,4]]}""", "wrong-shape", 0)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"FP32","data":[1]}""", "length-mismatch", null)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"FP32","data":[1,2,3]}""", "length-mismatch", null)]
    [InlineData("""{"name":"age","shape":[1],"datatype":"FP32","data":[1]}""", "length-mismatch", null)]
    [InlineData("""{"name":"age","shape":[4],"datatype":"FP32","data":[1,2,3,4]}""", "too-many-rows", null)]
    [InlineData("""{"name":"age","shape":[0],"datatype":"FP32","data":[]}""", "no-rows", null)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"FP32"}""", "invalid-request", null)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"FP32","data":5}""", "invalid-request", null)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"INT32","data":[1,2.5]}""", "wrong-value", 1)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"UINT8","data":[-1,2]}""", "wrong-value", 0)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"FP32","data":[1,"2"]}""", "wrong-value", 1)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"FP64","data":[1,1e300]}""", "wrong-value", 1)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"BOOL","data":[2,1]}""", "wrong-value", 0)]
    [InlineData("""{"name":"age","shape":[2],"datatype":"FP32","parameters":{"binary_data_size":8}}""",
        "binary-not-supported", null)]
    public void TryRead_WhenATensorIsWrong_NamesInputAndRow(string tensor, string code, int? row)
    {
        var fault = Fault($$"""{"inputs":[{{tensor}},{{Plan}}] }""");

        fault.Code.ShouldBe(code);
        if (code != "length-mismatch")
        {
            fault.Input.ShouldBe("age");
        }

        fault.Row.ShouldBe(row);
    }

    [Fact]
    public void TryRead_WhenAnInputIsGivenTwice_SaysSo()
    {
        var fault = Fault($$"""{"inputs":[{{Plan}},{{Plan}}] }""");

        (fault.Code, fault.Input).ShouldBe(("duplicate-input", "plan"));
    }

    [Fact]
    public void TryRead_WhenTheBodyIsTooLarge_DoesNotReadIt() =>
        Fault(new string(' ', 4001)).Code.ShouldBe("body-too-large");

    [Fact]
    public void TryRead_WhenTextIsNoUtf8_SaysSo()
    {
        byte[] body = [.. "{\"inputs\":[{\"name\":\""u8, 0xFF, .. "\"}]}"u8];

        OpenInferenceReader.TryRead(body, ProtocolFixture.Binary, ProtocolFixture.Limits, out var fault).ShouldBeNull();
        fault!.Code.ShouldBe("invalid-json");
    }

    private static InferenceRequest Good(string body) =>
        OpenInferenceReader.TryRead(
            Encoding.UTF8.GetBytes(body), ProtocolFixture.Binary, ProtocolFixture.Limits, out var fault).Good(fault);

    private static RequestFault Fault(string body)
    {
        OpenInferenceReader.TryRead(
            Encoding.UTF8.GetBytes(body), ProtocolFixture.Binary, ProtocolFixture.Limits, out var fault).ShouldBeNull();
        return fault.ShouldNotBeNull();
    }
}
