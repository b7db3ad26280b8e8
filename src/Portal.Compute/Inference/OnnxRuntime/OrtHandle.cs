using System.Runtime.InteropServices;

namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>Owns one object of the library; a use in progress outlives a disposal by another thread.</summary>
internal sealed unsafe class OrtHandle : SafeHandle
{
    private readonly OrtFunction _release;

    public OrtHandle(void* value, OrtFunction release)
        : base(0, ownsHandle: true)
    {
        _release = release;
        SetHandle((nint)value);
    }

    public override bool IsInvalid => handle == 0;

    public void* Pointer => (void*)handle;

    protected override bool ReleaseHandle()
    {
        OrtApi.Current.Release(_release, (void*)handle);
        return true;
    }
}
