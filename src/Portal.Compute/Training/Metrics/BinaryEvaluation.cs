namespace Portal.Compute.Training.Metrics;

/// <summary>Measures a two-class model.</summary>
internal static class BinaryEvaluation
{
    private const int Bins = 10;
    private const int CurvePoints = 100;

    /// <param name="classes">Negative, then positive.</param>
    /// <param name="probabilities">Of the positive class, one a row.</param>
    /// <param name="positive">The truth.</param>
    public static BinaryMetrics Measure(
        IReadOnlyList<string> classes, ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> positive)
    {
        var rows = probabilities.Length;
        var (logLoss, brier) = (0.0, 0.0);
        var actual = new int[rows];
        var predicted = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            double p = probabilities[i];
            actual[i] = positive[i] ? 1 : 0;
            predicted[i] = p > 0.5 ? 1 : 0;
            logLoss += LogLoss.OfRow(positive[i] ? p : 1 - p);
            brier += (p - actual[i]) * (p - actual[i]);
        }

        var confusion = ConfusionMatrix.Of(classes, actual, predicted);
        var (tn, fp, fn, tp) = (
            confusion.Counts[0][0], confusion.Counts[0][1], confusion.Counts[1][0], confusion.Counts[1][1]);
        var bins = Calibrate(probabilities, positive);
        return new BinaryMetrics(
            RankingMetrics.RocAuc(probabilities, positive),
            RankingMetrics.AveragePrecision(probabilities, positive),
            logLoss / rows,
            (double)(tp + tn) / rows,
            tp == 0 ? 0 : 2.0 * tp / ((2.0 * tp) + fp + fn),
            brier / rows,
            bins.Sum(bin => (double)bin.Rows / rows * Math.Abs(bin.MeanPredicted - bin.ShareObserved)),
            confusion,
            RankingMetrics.RocCurve(probabilities, positive, CurvePoints),
            bins);
    }

    private static List<CalibrationBin> Calibrate(ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> positive)
    {
        var rows = new int[Bins];
        var predicted = new double[Bins];
        var observed = new double[Bins];
        for (var i = 0; i < probabilities.Length; i++)
        {
            // In single precision, where 0.7 lies in the bin that begins with it.
            var bin = Math.Clamp((int)(probabilities[i] * Bins), 0, Bins - 1);
            rows[bin]++;
            predicted[bin] += probabilities[i];
            observed[bin] += positive[i] ? 1 : 0;
        }

        List<CalibrationBin> bins = [];
        for (var bin = 0; bin < Bins; bin++)
        {
            if (rows[bin] > 0)
            {
                bins.Add(new CalibrationBin(
                    bin / (double)Bins, (bin + 1) / (double)Bins, rows[bin],
                    predicted[bin] / rows[bin], observed[bin] / rows[bin]));
            }
        }

        return bins;
    }
}
