namespace Portal.Compute.Training;

/// <summary>A finished model.</summary>
/// <param name="Onnx">The graph with its preprocessing; the same input and seed give the same bytes.</param>
/// <param name="Report">Everything else there is to know of it.</param>
public sealed record TrainedModel(byte[] Onnx, TrainingReport Report)
{
    /// <summary>Rows of the table, ascending, that only the figures come from.</summary>
    public IReadOnlyList<int> HoldOut { get; init; } = [];
}
