using System.Runtime.InteropServices;
using System.Text;

namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>
/// A model made ready to run. <see cref="Run"/> may be called from many threads at once.
/// </summary>
/// <remarks>
/// Only graphs that the product built itself may be loaded in the portal's process: a hostile graph can end
/// the process, never return or take all memory. Anything uploaded belongs into a limited worker.
/// </remarks>
public sealed unsafe class OnnxSession : IDisposable
{
    private const int AllOptimisations = 99;

    private readonly OrtApi _api = OrtApi.Current;
    private readonly OrtHandle _handle;
    private readonly byte[][] _inputNames;
    private readonly byte[][] _outputNames;

    /// <exception cref="OnnxRuntimeException">The model is not valid or not supported.</exception>
    /// <exception cref="Native.NativeLibraryMissingException">ONNX Runtime is not installed.</exception>
    public OnnxSession(ReadOnlySpan<byte> model, OnnxSessionOptions? options = null)
    {
        _handle = Create(_api, model, options ?? new OnnxSessionOptions());
        var reader = new OrtSessionReader(_api, _handle.Pointer);
        Inputs = reader.Inputs();
        Outputs = reader.Outputs();
        Metadata = reader.Metadata();
        _inputNames = [.. Inputs.Select(input => ZeroEnded(input.Name))];
        _outputNames = [.. Outputs.Select(output => ZeroEnded(output.Name))];
    }

    /// <summary>Version of the library.</summary>
    public static string RuntimeVersion => OrtApi.Current.Version;

    public IReadOnlyList<OnnxTensorInfo> Inputs { get; }

    public IReadOnlyList<OnnxTensorInfo> Outputs { get; }

    public OnnxModelMetadata Metadata { get; }

    /// <summary>Runs the model on inputs in their declared order; the caller disposes the outputs.</summary>
    /// <param name="inputs">One tensor for every declared input.</param>
    /// <param name="cancellationToken">Ends the run from another thread, between two operators.</param>
    /// <exception cref="OnnxRuntimeException">An input is missing, or has the wrong type or shape.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public OnnxTensor[] Run(IReadOnlyList<OnnxTensor?> inputs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        for (var i = 0; i < Inputs.Count; i++)
        {
            if (i >= inputs.Count || inputs[i] is null)
            {
                throw new OnnxRuntimeException(
                    OnnxErrorCode.MissingInput, $"The input \"{Inputs[i].Name}\" is missing.");
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (!cancellationToken.CanBeCanceled)
        {
            return RunHeld(inputs, null);
        }

        void* made;
        _api.Check(_api.Call(OrtFunction.CreateRunOptions, &made));
        using var runOptions = new OrtHandle(made, OrtFunction.ReleaseRunOptions);
        // Disposed before the run options, and waits for a callback in progress.
        using var registration = cancellationToken.Register(() =>
            _api.Check(_api.Call(OrtFunction.RunOptionsSetTerminate, runOptions.Pointer)));
        try
        {
            return RunHeld(inputs, runOptions.Pointer);
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    public void Dispose() => _handle.Dispose();

    private OnnxTensor[] RunHeld(IReadOnlyList<OnnxTensor?> inputs, void* runOptions)
    {
        var held = 0;
        var keep = false;
        var results = new nint[_outputNames.Length];
        try
        {
            _handle.DangerousAddRef(ref keep);
            var values = new nint[_inputNames.Length];
            for (; held < values.Length; held++)
            {
                var added = false;
                inputs[held]!.Handle.DangerousAddRef(ref added);
                values[held] = inputs[held]!.Handle.DangerousGetHandle();
            }

            Invoke(runOptions, values, results);
        }
        finally
        {
            for (var i = 0; i < held; i++)
            {
                inputs[i]!.Handle.DangerousRelease();
            }

            if (keep)
            {
                _handle.DangerousRelease();
            }
        }

        return Array.ConvertAll(results, value => new OnnxTensor((void*)value));
    }

    private void Invoke(void* runOptions, nint[] values, nint[] results)
    {
        var pins = new GCHandle[_inputNames.Length + _outputNames.Length];
        try
        {
            var names = stackalloc byte*[pins.Length];
            for (var i = 0; i < pins.Length; i++)
            {
                var name = i < _inputNames.Length ? _inputNames[i] : _outputNames[i - _inputNames.Length];
                pins[i] = GCHandle.Alloc(name, GCHandleType.Pinned);
                names[i] = (byte*)pins[i].AddrOfPinnedObject();
            }

            fixed (nint* from = values)
            fixed (nint* to = results)
            {
                _api.Check(((delegate* unmanaged<
                    void*, void*, byte**, nint*, nuint, byte**, nuint, nint*, void*>)_api[OrtFunction.Run])(
                    _handle.Pointer, runOptions, names, from, (nuint)values.Length,
                    names + values.Length, (nuint)results.Length, to));
            }
        }
        finally
        {
            foreach (var pin in pins.Where(pin => pin.IsAllocated))
            {
                pin.Free();
            }
        }
    }

    private static OrtHandle Create(OrtApi api, ReadOnlySpan<byte> model, OnnxSessionOptions options)
    {
        void* made;
        api.Check(api.Call(OrtFunction.CreateSessionOptions, &made));
        using var settings = new OrtHandle(made, OrtFunction.ReleaseSessionOptions);
        api.Check(api.CallNumber(OrtFunction.SetIntraOpNumThreads, made, options.Threads));
        api.Check(api.CallNumber(OrtFunction.SetInterOpNumThreads, made, 1));
        api.Check(api.CallNumber(
            OrtFunction.SetSessionGraphOptimizationLevel, made, options.Optimise ? AllOptimisations : 0));
        if (!options.MemoryPattern)
        {
            api.Check(api.Call(OrtFunction.DisableMemPattern, made));
        }

        void* session;
        fixed (byte* bytes = model)
        {
            api.Check(((delegate* unmanaged<void*, void*, nuint, void*, void**, void*>)
                api[OrtFunction.CreateSessionFromArray])(
                api.Environment, bytes, (nuint)model.Length, made, &session));
        }

        return new OrtHandle(session, OrtFunction.ReleaseSession);
    }

    private static byte[] ZeroEnded(string text) => Encoding.UTF8.GetBytes(text + "\0");
}
