using System.Buffers;
using System.Text;
using System.Text.Json;
using Portal.Compute.Inference;
using Portal.Compute.Inference.Protocol;

namespace Portal.Compute.Tests.Inference.Protocol;

/// <summary>A signature with one number and one category, and short ways to read and write.</summary>
internal static class ProtocolFixture
{
    public static ModelSignature Binary { get; } = new(
        ProblemKind.Binary,
        "bought",
        [
            new SignatureInput("age", InputKind.Number, []),
            new SignatureInput("plan", InputKind.Category, ["Basic", "True", "1"]),
        ],
        ["No", "Yes"],
        "Yes");

    public static ModelSignature Regression { get; } =
        Binary with { Problem = ProblemKind.Regression, Classes = [], PositiveClass = null };

    public static ProtocolLimits Limits { get; } = new() { RowsMax = 3, BodyBytesMax = 4000, IdLengthMax = 5 };

    public static InferenceRequest Good(this InferenceRequest? request, RequestFault? fault)
    {
        fault.ShouldBeNull();
        return request.ShouldNotBeNull();
    }

    public static float[] Numbers(this InferenceRequest request) =>
        request.Batch.Columns[0].ShouldBeOfType<InferenceColumn.Numbers>().Values;

    public static string[] Texts(this InferenceRequest request) =>
        request.Batch.Columns[1].ShouldBeOfType<InferenceColumn.Texts>().Values;

    public static string Written(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        document.RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
