using System.Text;

namespace Portal.Compute.Onnx;

/// <summary>A named attribute of an operator (<c>AttributeProto</c>).</summary>
internal sealed class OnnxAttribute
{
    private const int NameField = 1;
    private const int TypeField = 20;

    private OnnxAttribute(ProtobufWriter message) => Message = message;

    public ProtobufWriter Message { get; }

    public static OnnxAttribute Of(string name, long value) => new(Named(name).Int(3, value).Int(TypeField, 2));

    public static OnnxAttribute Of(string name, float value) => new(Named(name).Float(2, value).Int(TypeField, 1));

    public static OnnxAttribute Of(string name, string value) => new(Named(name).Text(4, value).Int(TypeField, 3));

    public static OnnxAttribute Of(string name, IEnumerable<float> values)
    {
        var message = Named(name);
        foreach (var value in values)
        {
            message.Float(7, value);
        }

        return new OnnxAttribute(message.Int(TypeField, 6));
    }

    public static OnnxAttribute Of(string name, IEnumerable<long> values)
    {
        var message = Named(name);
        foreach (var value in values)
        {
            message.Int(8, value);
        }

        return new OnnxAttribute(message.Int(TypeField, 7));
    }

    public static OnnxAttribute Of(string name, IEnumerable<string> values)
    {
        var message = Named(name);
        foreach (var value in values)
        {
            message.Bytes(9, Encoding.UTF8.GetBytes(value));
        }

        return new OnnxAttribute(message.Int(TypeField, 8));
    }

    private static ProtobufWriter Named(string name) => new ProtobufWriter().Text(NameField, name);
}
