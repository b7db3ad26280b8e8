using System.Runtime.InteropServices;

namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>Reads type and shape of values and declarations.</summary>
internal static unsafe class OrtShape
{
    public static (OnnxElementType Type, long[] Shape) OfValue(OrtApi api, void* value)
    {
        void* info;
        api.Check(api.Call(OrtFunction.GetTensorTypeAndShape, value, &info));
        try
        {
            var (type, shape, _) = Read(api, info, withNames: false);
            return (type, shape);
        }
        finally
        {
            api.Release(OrtFunction.ReleaseTensorTypeAndShapeInfo, info);
        }
    }

    public static (OnnxElementType Type, long[] Shape, string[] Names) Read(OrtApi api, void* info, bool withNames)
    {
        int type;
        nuint rank;
        api.Check(api.Call(OrtFunction.GetTensorElementType, info, &type));
        api.Check(api.Call(OrtFunction.GetDimensionsCount, info, &rank));
        var shape = new long[rank];
        fixed (long* to = shape)
        {
            api.Check(api.CallSized(OrtFunction.GetDimensions, info, to, rank));
        }

        var names = new string[rank];
        Array.Fill(names, "");
        if (withNames && rank > 0)
        {
            var texts = new nint[rank];
            fixed (nint* to = texts)
            {
                api.Check(api.CallSized(OrtFunction.GetSymbolicDimensions, info, to, rank));
            }

            names = Array.ConvertAll(texts, text => Marshal.PtrToStringUTF8(text) ?? "");
        }

        return ((OnnxElementType)type, shape, names);
    }
}
