namespace Portal.Compute.Training;

/// <summary>
/// A numeric target in standard deviations from its mean, so that the engine's penalties mean the same for every unit.
/// </summary>
/// <param name="Mean">Mean over training rows.</param>
/// <param name="Deviation">Standard deviation over training rows, above 0.</param>
internal sealed record TargetScale(float Mean, float Deviation)
{
    public static TargetScale None { get; } = new(0, 1);

    public static TargetScale Of(IReadOnlyCollection<float> values)
    {
        var mean = values.Average(value => (double)value);
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return deviation > 0 && float.IsFinite((float)deviation)
            ? new TargetScale((float)mean, (float)deviation)
            : throw new TrainingFailedException(
                TrainingFailedException.NothingToLearn, "All training rows have the same target.");
    }

    public float ToEngine(float value) => (value - Mean) / Deviation;

    /// <summary>The same two operations, in the same order and precision, as in the graph.</summary>
    public float FromEngine(float value) => (value * Deviation) + Mean;
}
