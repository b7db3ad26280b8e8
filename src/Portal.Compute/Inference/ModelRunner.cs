using Portal.Compute.Inference.OnnxRuntime;

namespace Portal.Compute.Inference;

/// <summary>
/// A model of this product with its signature, ready to predict. Thread-safe; disposing while a batch runs lets the
/// batch finish.
/// </summary>
public sealed class ModelRunner : IDisposable
{
    private readonly OnnxSession _session;

    /// <exception cref="ArgumentException">The graph is not one of the signature's.</exception>
    /// <exception cref="OnnxRuntimeException">The graph is not valid.</exception>
    /// <exception cref="Native.NativeLibraryMissingException">ONNX Runtime is not installed.</exception>
    public ModelRunner(ReadOnlySpan<byte> onnx, ModelSignature signature, OnnxSessionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(signature);
        Signature = signature;
        _session = new OnnxSession(onnx, options);
        if (!Matches(_session, signature))
        {
            _session.Dispose();
            throw new ArgumentException("The graph's inputs and outputs are not those of the signature.", nameof(onnx));
        }
    }

    public ModelSignature Signature { get; }

    /// <summary>Predicts a batch.</summary>
    /// <exception cref="ArgumentException">The batch is not of the signature's columns.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public InferenceResult Run(InferenceBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.RowCount == 0)
        {
            return new InferenceResult(0, [], [], []);
        }

        var inputs = new OnnxTensor?[Signature.Inputs.Count];
        OnnxTensor[] outputs = [];
        try
        {
            Fill(inputs, batch);
            outputs = _session.Run(inputs, cancellationToken);
            return Signature.Problem is ProblemKind.Regression
                ? new InferenceResult(batch.RowCount, [], [], outputs[0].Span<float>().ToArray())
                : new InferenceResult(batch.RowCount, outputs[0].Strings(), outputs[1].Span<float>().ToArray(), []);
        }
        finally
        {
            foreach (var tensor in inputs.Concat(outputs))
            {
                tensor?.Dispose();
            }
        }
    }

    public void Dispose() => _session.Dispose();

    private void Fill(OnnxTensor?[] inputs, InferenceBatch batch)
    {
        if (batch.Columns.Count != inputs.Length)
        {
            throw new ArgumentException($"{batch.Columns.Count} columns for {inputs.Length} inputs.", nameof(batch));
        }

        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = (batch.Columns[i], Signature.Inputs[i].Kind) switch
            {
                (InferenceColumn.Numbers numbers, InputKind.Number) =>
                    OnnxTensor.Of<float>(numbers.Values, batch.RowCount, 1),
                (InferenceColumn.Texts texts, InputKind.Category) =>
                    OnnxTensor.OfStrings(texts.Values, batch.RowCount, 1),
                _ => throw new ArgumentException($"\"{Signature.Inputs[i].Name}\" has another kind.", nameof(batch)),
            };
        }
    }

    private static bool Matches(OnnxSession session, ModelSignature signature) =>
        session.Inputs.Select(input => input.ElementType).SequenceEqual(signature.Inputs.Select(input =>
            input.Kind is InputKind.Number ? OnnxElementType.Float : OnnxElementType.String))
        && session.Outputs.Select(output => output.Name).SequenceEqual(signature.Outputs.Select(output => output.Name));
}
