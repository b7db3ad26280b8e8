using Portal.Compute.Inference;
using Portal.Compute.Inference.Protocol;

namespace Portal.Compute.Tests.Inference.Protocol;

public sealed class WriterTests
{
    private static readonly InferenceResult Classes = new(2, ["No", "Yes"], [.75f, .25f, .125f, .875f], []);
    private static readonly InferenceResult Values = new(2, [], [], [1.5f, -2f]);
    private static readonly InferenceBatch NoRows = new(0, []);

    [Fact]
    public void OpenInference_WhenClasses_WritesAllOutputsAndEchoesTheId()
    {
        var request = new InferenceRequest("r1", NoRows, ["label", "probabilities"]);

        ProtocolFixture.Written(to => OpenInferenceWriter.WriteResponse(
            to, "churn", "3", request, Classes, ProtocolFixture.Binary)).ShouldBe(
            """{"model_name":"churn","model_version":"3","id":"r1","outputs":["""
            + """{"name":"label","datatype":"BYTES","shape":[2,1],"data":["No","Yes"]},"""
            + """{"name":"probabilities","datatype":"FP32","shape":[2,2]"""
            + ""","parameters":{"classes":"[\u0022No\u0022,\u0022Yes\u0022]"},"data":[0.75,0.25,0.125,0.875]}]}""");
    }

    [Fact]
    public void OpenInference_WhenOneOutputIsAskedFor_WritesThatOne()
    {
        var request = new InferenceRequest(null, NoRows, ["prediction"]);

        ProtocolFixture.Written(to => OpenInferenceWriter.WriteResponse(
            to, "price", "1", request, Values, ProtocolFixture.Regression)).ShouldBe(
            """{"model_name":"price","model_version":"1","outputs":["""
            + """{"name":"prediction","datatype":"FP32","shape":[2,1],"data":[1.5,-2]}]}""");
    }

    [Fact]
    public void Rows_WhenClasses_WritesTheLabelsOwnProbability() =>
        ProtocolFixture.Written(to => RowsWriter.WriteResponse(to, Classes, ProtocolFixture.Binary)).ShouldBe(
            """{"predictions":[{"label":"No","probability":0.75,"probabilities":{"No":0.75,"Yes":0.25}},"""
            + """{"label":"Yes","probability":0.875,"probabilities":{"No":0.125,"Yes":0.875}}]}""");

    [Fact]
    public void Rows_WhenNumbers_WritesValues() =>
        ProtocolFixture.Written(to => RowsWriter.WriteResponse(to, Values, ProtocolFixture.Regression))
            .ShouldBe("""{"predictions":[{"value":1.5},{"value":-2}]}""");

    [Fact]
    public void Metadata_NamesTensorsAsTheReaderTakesThem() =>
        ProtocolFixture.Written(to => OpenInferenceWriter.WriteModelMetadata(
            to, "price", ["1", "2"], ProtocolFixture.Regression)).ShouldBe(
            """{"name":"price","versions":["1","2"],"platform":"onnxruntime_onnx","inputs":["""
            + """{"name":"age","datatype":"FP32","shape":[-1,1]},{"name":"plan","datatype":"BYTES","shape":[-1,1]}]"""
            + ""","outputs":[{"name":"prediction","datatype":"FP32","shape":[-1,1]}]}""");

    [Fact]
    public void SmallDocuments_HaveTheStandardsKeys()
    {
        ProtocolFixture.Written(to => OpenInferenceWriter.WriteModelReady(to, "m", true))
            .ShouldBe("""{"name":"m","ready":true}""");
        ProtocolFixture.Written(to => OpenInferenceWriter.WriteHealth(to, false))
            .ShouldBe("""{"live":false,"ready":false}""");
        ProtocolFixture.Written(to => OpenInferenceWriter.WriteError(to, "a \"b\""))
            .ShouldBe("""{"error":"a \u0022b\u0022"}""");
        ProtocolFixture.Written(to => OpenInferenceWriter.WriteServerMetadata(to, "portal", "1"))
            .ShouldBe("""{"name":"portal","version":"1","extensions":[]}""");
    }
}
