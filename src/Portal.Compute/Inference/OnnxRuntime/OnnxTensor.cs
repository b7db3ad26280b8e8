using System.Runtime.CompilerServices;
using System.Text;

namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>A dense tensor in memory of ONNX Runtime. Not thread-safe while it is filled; dispose it.</summary>
public sealed unsafe class OnnxTensor : IDisposable
{
    private readonly OrtApi _api = OrtApi.Current;
    private readonly OrtHandle _handle;

    internal OnnxTensor(void* value)
    {
        _handle = new OrtHandle(value, OrtFunction.ReleaseValue);
        (ElementType, var shape) = OrtShape.OfValue(_api, value);
        Shape = shape;
        Count = checked((int)shape.Aggregate(1L, (product, size) => checked(product * size)));
    }

    public OnnxElementType ElementType { get; }

    public IReadOnlyList<long> Shape { get; }

    /// <summary>Number of elements.</summary>
    public int Count { get; }

    internal OrtHandle Handle => _handle;

    /// <summary>A tensor of float, double, integers or bool, filled from <paramref name="data"/>.</summary>
    /// <exception cref="ArgumentException">The shape does not hold as many values as given.</exception>
    public static OnnxTensor Of<T>(ReadOnlySpan<T> data, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        var tensor = Allocate(TypeOf<T>(), data.Length, shape);
        data.CopyTo(tensor.Span<T>());
        return tensor;
    }

    /// <summary>A tensor of strings. Any text is kept as it is, zero characters included.</summary>
    /// <exception cref="ArgumentException">The shape does not hold as many values as given.</exception>
    public static OnnxTensor OfStrings(IReadOnlyList<string> data, params ReadOnlySpan<long> shape)
    {
        ArgumentNullException.ThrowIfNull(data);
        var tensor = Allocate(OnnxElementType.String, data.Count, shape);
        var api = tensor._api;
        var resize = (delegate* unmanaged<void*, nuint, nuint, byte**, void*>)
            api[OrtFunction.GetResizedStringTensorElementBuffer];
        for (var i = 0; i < data.Count; i++)
        {
            var length = Encoding.UTF8.GetByteCount(data[i]);
            byte* buffer;
            api.Check(resize(tensor._handle.Pointer, (nuint)i, (nuint)length, &buffer));
            Encoding.UTF8.GetBytes(data[i], new Span<byte>(buffer, length));
        }

        return tensor;
    }

    /// <summary>The elements in place, row-major; valid until the tensor is disposed.</summary>
    /// <exception cref="InvalidOperationException">The tensor has another element type.</exception>
    public Span<T> Span<T>()
        where T : unmanaged
    {
        if (TypeOf<T>() != ElementType)
        {
            throw new InvalidOperationException($"The tensor holds {ElementType}, not {typeof(T).Name}.");
        }

        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        void* data;
        _api.Check(_api.Call(OrtFunction.GetTensorMutableData, _handle.Pointer, &data));
        return new Span<T>(data, Count);
    }

    /// <summary>A copy of the strings, row-major.</summary>
    public string[] Strings()
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        if (Count == 0)
        {
            return [];
        }

        nuint length;
        _api.Check(_api.Call(OrtFunction.GetStringTensorDataLength, _handle.Pointer, &length));
        var bytes = new byte[length];
        var offsets = new nuint[Count];
        // A pinned empty array gives a null pointer, which the library refuses even for zero bytes.
        byte spare;
        fixed (byte* pinned = bytes)
        fixed (nuint* to = offsets)
        {
            _api.Check(((delegate* unmanaged<void*, byte*, nuint, nuint*, nuint, void*>)
                _api[OrtFunction.GetStringTensorContent])(
                _handle.Pointer, pinned is null ? &spare : pinned, length, to, (nuint)Count));
        }

        var texts = new string[Count];
        for (var i = 0; i < Count; i++)
        {
            var end = i + 1 < Count ? offsets[i + 1] : length;
            texts[i] = Encoding.UTF8.GetString(bytes, (int)offsets[i], (int)(end - offsets[i]));
        }

        return texts;
    }

    public void Dispose() => _handle.Dispose();

    private static OnnxTensor Allocate(OnnxElementType type, int count, ReadOnlySpan<long> shape)
    {
        var expected = 1L;
        foreach (var size in shape)
        {
            expected = checked(expected * size);
        }

        if (expected != count)
        {
            throw new ArgumentException($"{count} values for a shape of {expected}.");
        }

        var api = OrtApi.Current;
        void* value;
        fixed (long* dimensions = shape)
        {
            api.Check(((delegate* unmanaged<void*, long*, nuint, int, void**, void*>)
                api[OrtFunction.CreateTensorAsOrtValue])(
                api.Allocator, dimensions, (nuint)shape.Length, (int)type, &value));
        }

        return new OnnxTensor(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static OnnxElementType TypeOf<T>() => default(T) switch
    {
        float => OnnxElementType.Float,
        double => OnnxElementType.Double,
        long => OnnxElementType.Int64,
        int => OnnxElementType.Int32,
        bool => OnnxElementType.Bool,
        byte => OnnxElementType.UInt8,
        _ => throw new NotSupportedException($"No tensor of {typeof(T).Name}."),
    };
}
