namespace Portal.Compute.Training.Metrics;

/// <summary>Measures a model of several classes.</summary>
internal static class MulticlassEvaluation
{
    /// <param name="classes">In the order of the probabilities.</param>
    /// <param name="probabilities">Row by row, all classes of a row together.</param>
    /// <param name="actual">The truth, as index into <paramref name="classes"/>.</param>
    public static MulticlassMetrics Measure(IReadOnlyList<string> classes, float[] probabilities, int[] actual)
    {
        var width = classes.Count;
        var predicted = new int[actual.Length];
        var logLoss = 0.0;
        for (var row = 0; row < actual.Length; row++)
        {
            var own = probabilities.AsSpan(row * width, width);
            predicted[row] = Largest(own);
            logLoss += LogLoss.OfRow(own[actual[row]]);
        }

        var right = actual.Zip(predicted).Count(pair => pair.First == pair.Second);
        var confusion = ConfusionMatrix.Of(classes, actual, predicted);
        return new MulticlassMetrics(
            (double)right / actual.Length,
            Enumerable.Range(0, width).Average(index => F1(confusion, index)),
            logLoss / actual.Length,
            MacroAuc(probabilities, actual, width),
            confusion);
    }

    private static int Largest(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }

    private static double F1(ConfusionMatrix confusion, int index)
    {
        var hits = confusion.Counts[index][index];
        var others = confusion.Counts[index].Sum() + confusion.Counts.Sum(row => row[index]);
        return others == 0 ? 0 : 2.0 * hits / others;
    }

    private static double MacroAuc(float[] probabilities, int[] actual, int width)
    {
        var areas = new List<double>();
        for (var index = 0; index < width; index++)
        {
            var at = index;
            var positive = Array.ConvertAll(actual, label => label == at);
            if (positive.Contains(true) && positive.Contains(false))
            {
                var scores = actual.Select((_, row) => probabilities[(row * width) + at]).ToArray();
                areas.Add(RankingMetrics.RocAuc(scores, positive));
            }
        }

        return areas.Count == 0 ? double.NaN : areas.Average();
    }
}
