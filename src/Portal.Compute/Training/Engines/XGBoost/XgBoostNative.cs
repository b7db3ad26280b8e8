using System.Runtime.InteropServices;
using Portal.Compute.Native;

namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>The part of XGBoost's C API that is used here (c_api.h of 1.7).</summary>
internal static unsafe partial class XgBoostNative
{
    private const string Library = "libxgboost.so.0";

    static XgBoostNative() => NativeLibraries.UseForImports();

    [LibraryImport(Library)]
    internal static partial void XGBoostVersion(out int major, out int minor, out int patch);

    [LibraryImport(Library)]
    internal static partial int XGDMatrixCreateFromCSREx(
        nuint* rowStarts, uint* columns, float* values, nuint rowStartCount, nuint valueCount, nuint columnCount,
        out nint matrix);

    [LibraryImport(Library)]
    internal static partial int XGDMatrixFree(nint matrix);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGDMatrixSetFloatInfo(nint matrix, string field, float* values, ulong count);

    [LibraryImport(Library)]
    internal static partial int XGBoosterCreate(nint* matrices, ulong count, out nint booster);

    [LibraryImport(Library)]
    internal static partial int XGBoosterFree(nint booster);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterSetParam(nint booster, string name, string value);

    [LibraryImport(Library)]
    internal static partial int XGBoosterUpdateOneIter(nint booster, int round, nint matrix);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterEvalOneIter(
        nint booster, int round, nint* matrices, string[] names, ulong count, out byte* text);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterPredictFromDMatrix(
        nint booster, nint matrix, string configuration, out ulong* shape, out ulong dimensions, out float* result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterSaveModelToBuffer(
        nint booster, string configuration, out ulong length, out byte* bytes);

    [LibraryImport(Library)]
    internal static partial int XGBoosterSlice(nint booster, int begin, int end, int step, out nint slice);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterFeatureScore(
        nint booster, string configuration, out ulong featureCount, out byte** features, out ulong dimensions,
        out ulong* shape, out float* scores);

    internal static void Check(int status)
    {
        if (status != 0)
        {
            throw new XgBoostException(Marshal.PtrToStringUTF8((nint)XGBGetLastError()) ?? "unknown error");
        }
    }

    [LibraryImport(Library)]
    private static partial byte* XGBGetLastError();
}
