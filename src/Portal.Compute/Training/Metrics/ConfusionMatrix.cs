namespace Portal.Compute.Training.Metrics;

/// <summary>Counts of actual against predicted classes.</summary>
/// <param name="Classes">Class names.</param>
/// <param name="Counts">First index: actual class; second: predicted class.</param>
public sealed record ConfusionMatrix(IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<long>> Counts)
{
    internal static ConfusionMatrix Of(IReadOnlyList<string> classes, int[] actual, int[] predicted)
    {
        var counts = classes.Select(_ => new long[classes.Count]).ToArray();
        for (var i = 0; i < actual.Length; i++)
        {
            counts[actual[i]][predicted[i]]++;
        }

        return new ConfusionMatrix(classes, counts);
    }
}
