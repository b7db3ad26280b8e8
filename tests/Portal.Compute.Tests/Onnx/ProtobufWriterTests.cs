using Portal.Compute.Onnx;

namespace Portal.Compute.Tests.Onnx;

/// <summary>Expected bytes are those of the protobuf encoding guide, or follow from it by hand.</summary>
public sealed class ProtobufWriterTests
{
    [Theory]
    [InlineData(150, new byte[] { 0x08, 0x96, 0x01 })]
    [InlineData(0, new byte[] { 0x08, 0x00 })]
    [InlineData(-1, new byte[] { 0x08, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1 })]
    public void Int_WritesAVarint(long value, byte[] expected) =>
        new ProtobufWriter().Int(1, value).ToArray().ShouldBe(expected);

    [Fact]
    public void Text_WritesItsLengthInBytes() =>
        new ProtobufWriter().Text(2, "testing").ToArray()
            .ShouldBe([0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]);

    [Fact]
    public void Float_WritesLittleEndian() =>
        new ProtobufWriter().Float(20, 1f).ToArray().ShouldBe([0xA5, 0x01, 0x00, 0x00, 0x80, 0x3F]);

    [Fact]
    public void Message_IsNestedWithItsLength() =>
        new ProtobufWriter().Message(3, new ProtobufWriter().Int(1, 150)).ToArray()
            .ShouldBe([0x1a, 0x03, 0x08, 0x96, 0x01]);
}
