using System.Globalization;
using System.Runtime.InteropServices;

namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>A boosted model inside XGBoost. One thread at a time.</summary>
internal sealed unsafe class XgBoostBooster : IDisposable
{
    private const string PredictMargin =
        """{"type":1,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":false}""";

    private const string PredictValue =
        """{"type":0,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":false}""";

    private nint _handle;

    public XgBoostBooster(XgBoostSettings settings, params ReadOnlySpan<XgBoostMatrix> matrices)
    {
        var handles = new nint[matrices.Length];
        for (var i = 0; i < handles.Length; i++)
        {
            handles[i] = matrices[i].Handle;
        }

        fixed (nint* from = handles)
        {
            XgBoostNative.Check(XgBoostNative.XGBoosterCreate(from, (ulong)handles.Length, out _handle));
        }

        foreach (var (name, value) in settings.ToParameters())
        {
            XgBoostNative.Check(XgBoostNative.XGBoosterSetParam(_handle, name, value));
        }
    }

    private XgBoostBooster(nint handle) => _handle = handle;

    ~XgBoostBooster() => Free();

    /// <summary>Version of the library, such as 1.7.4.</summary>
    /// <exception cref="Native.NativeLibraryMissingException">XGBoost is not installed.</exception>
    public static string Version
    {
        get
        {
            XgBoostNative.XGBoostVersion(out var major, out var minor, out var patch);
            return string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}.{patch}");
        }
    }

    public void Update(int round, XgBoostMatrix train) =>
        XgBoostNative.Check(XgBoostNative.XGBoosterUpdateOneIter(_handle, round, train.Handle));

    /// <summary>The metric on each matrix, in their order.</summary>
    public double[] Evaluate(int round, params ReadOnlySpan<XgBoostMatrix> matrices)
    {
        var handles = new nint[matrices.Length];
        var names = new string[matrices.Length];
        for (var i = 0; i < handles.Length; i++)
        {
            handles[i] = matrices[i].Handle;
            names[i] = "set" + i.ToString(CultureInfo.InvariantCulture);
        }

        byte* text;
        fixed (nint* from = handles)
        {
            XgBoostNative.Check(XgBoostNative.XGBoosterEvalOneIter(
                _handle, round, from, names, (ulong)handles.Length, out text));
        }

        // "[12]\tset0-logloss:0.41\tset1-logloss:0.43"
        var parts = (Marshal.PtrToStringUTF8((nint)text) ?? "").Split('\t')[1..];
        return Array.ConvertAll(
            parts, part => double.Parse(part[(part.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>A copy with the first rounds only.</summary>
    public XgBoostBooster FirstRounds(int rounds)
    {
        XgBoostNative.Check(XgBoostNative.XGBoosterSlice(_handle, 0, rounds, 1, out var slice));
        return new XgBoostBooster(slice);
    }

    /// <summary>Predictions row by row: probabilities, or values; all classes of a row together.</summary>
    public float[] Predict(XgBoostMatrix matrix) => Predict(matrix, PredictValue);

    /// <summary>Predictions before the objective's own transformation.</summary>
    public float[] PredictMargins(XgBoostMatrix matrix) => Predict(matrix, PredictMargin);

    /// <summary>The whole model as XGBoost's JSON.</summary>
    public byte[] ToJson()
    {
        XgBoostNative.Check(XgBoostNative.XGBoosterSaveModelToBuffer(
            _handle, """{"format":"json"}""", out var length, out var bytes));
        return new ReadOnlySpan<byte>(bytes, checked((int)length)).ToArray();
    }

    /// <summary>Loss reduction summed over all splits on each feature; 0 for features never used.</summary>
    public double[] TotalGain(int featureCount)
    {
        XgBoostNative.Check(XgBoostNative.XGBoosterFeatureScore(
            _handle,
            """{"importance_type":"total_gain"}""",
            out var count,
            out var names,
            out _,
            out _,
            out var scores));
        var gains = new double[featureCount];
        for (var i = 0; i < (int)count; i++)
        {
            // Features without names are called f0, f1, and so on.
            var name = Marshal.PtrToStringUTF8((nint)names[i]) ?? "";
            gains[int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture)] = scores[i];
        }

        return gains;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private float[] Predict(XgBoostMatrix matrix, string configuration)
    {
        XgBoostNative.Check(XgBoostNative.XGBoosterPredictFromDMatrix(
            _handle, matrix.Handle, configuration, out var shape, out var dimensions, out var result));
        var count = 1UL;
        for (var i = 0UL; i < dimensions; i++)
        {
            count *= shape[i];
        }

        return new ReadOnlySpan<float>(result, checked((int)count)).ToArray();
    }

    private void Free()
    {
        if (_handle != 0)
        {
            _ = XgBoostNative.XGBoosterFree(_handle);
            _handle = 0;
        }
    }
}
