using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>Where the library's log goes: to the subscribers, and nowhere when there are none.</summary>
public static class OnnxRuntimeLog
{
    /// <summary>Raised on the library's threads; a handler must be quick and must not throw.</summary>
    public static event Action<OnnxLogMessage>? Written;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static unsafe void OnMessage(
        void* state, int severity, byte* category, byte* logId, byte* location, byte* message)
    {
        try
        {
            Written?.Invoke(new OnnxLogMessage(severity, Text(category), Text(location), Text(message)));
        }
#pragma warning disable CA1031 // An exception that crosses into native code ends the process.
        catch (Exception)
        {
        }
#pragma warning restore CA1031
    }

    private static unsafe string Text(byte* utf8) => Marshal.PtrToStringUTF8((nint)utf8) ?? "";
}
