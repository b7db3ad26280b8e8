using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Portal.Compute.Native;

namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>The loaded library: its functions, one environment, the default allocator.</summary>
internal sealed unsafe class OrtApi
{
    // The oldest table that has every slot of OrtFunction.
    private const uint ApiVersion = 17;
    private const int WarningSeverity = 2;

    private static readonly Lock Gate = new();
    private static OrtApi? _current;

    private readonly void** _table;

    private OrtApi(nint library)
    {
        var root = (void**)((delegate* unmanaged<void*>)NativeLibrary.GetExport(library, "OrtGetApiBase"))();
        Version = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)root[1])()) ?? "";
        _table = ((delegate* unmanaged<uint, void**>)root[0])(ApiVersion);
        if (_table is null)
        {
            throw new NativeLibraryMissingException(
                NativeEngine.OnnxRuntime.FileName, "Install version 1.17 or later.", $"version {Version}");
        }

        void* environment;
        fixed (byte* id = "portal\0"u8)
        {
            delegate* unmanaged[Cdecl]<void*, int, byte*, byte*, byte*, byte*, void> log = &OnnxRuntimeLog.OnMessage;
            Check(((delegate* unmanaged<void*, void*, int, byte*, void**, void*>)
                this[OrtFunction.CreateEnvWithCustomLogger])(log, null, WarningSeverity, id, &environment));
        }

        Environment = environment;
        Check(Call(OrtFunction.DisableTelemetryEvents, environment));
        void* allocator;
        Check(Call(OrtFunction.GetAllocatorWithDefaultOptions, &allocator));
        Allocator = allocator;
    }

    /// <exception cref="NativeLibraryMissingException">The library is not there.</exception>
    public static OrtApi Current
    {
        get
        {
            if (Volatile.Read(ref _current) is { } ready)
            {
                return ready;
            }

            lock (Gate)
            {
                return _current ??= new OrtApi(NativeLibraries.Load(NativeEngine.OnnxRuntime));
            }
        }
    }

    public string Version { get; }

    public void* Environment { get; }

    public void* Allocator { get; }

    public void* this[OrtFunction function] => _table[(int)function];

    public void* Call(OrtFunction function, void* a) =>
        ((delegate* unmanaged<void*, void*>)this[function])(a);

    public void* Call(OrtFunction function, void* a, void* b) =>
        ((delegate* unmanaged<void*, void*, void*>)this[function])(a, b);

    public void* Call(OrtFunction function, void* a, void* b, void* c) =>
        ((delegate* unmanaged<void*, void*, void*, void*>)this[function])(a, b, c);

    public void* CallSized(OrtFunction function, void* a, void* b, nuint count) =>
        ((delegate* unmanaged<void*, void*, nuint, void*>)this[function])(a, b, count);

    public void* CallNumber(OrtFunction function, void* a, int value) =>
        ((delegate* unmanaged<void*, int, void*>)this[function])(a, value);

    public void Release(OrtFunction function, void* a) =>
        ((delegate* unmanaged<void*, void>)this[function])(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Check(void* status)
    {
        if (status is not null)
        {
            Throw(status);
        }
    }

    /// <summary>Copies a string that the library allocated, and frees it.</summary>
    public string TakeString(byte* text)
    {
        var copy = Marshal.PtrToStringUTF8((nint)text) ?? "";
        Check(Call(OrtFunction.AllocatorFree, Allocator, text));
        return copy;
    }

    private void Throw(void* status)
    {
        var code = ((delegate* unmanaged<void*, int>)this[OrtFunction.GetErrorCode])(status);
        var text = (nint)((delegate* unmanaged<void*, byte*>)this[OrtFunction.GetErrorMessage])(status);
        var message = Marshal.PtrToStringUTF8(text) ?? "";
        Release(OrtFunction.ReleaseStatus, status);
        throw new OnnxRuntimeException((OnnxErrorCode)code, message);
    }
}
