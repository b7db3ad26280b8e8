namespace Portal.Compute.Training.Metrics;

/// <summary>The logarithmic loss.</summary>
internal static class LogLoss
{
    // Single precision cannot hold a probability nearer to 1 than this; it keeps a certain error finite.
    private const double Smallest = 1.1920929e-7;

    /// <summary>Loss of one row.</summary>
    /// <param name="probabilityOfTruth">What the model gave to the class that was right.</param>
    public static double OfRow(double probabilityOfTruth) =>
        -Math.Log(Math.Clamp(probabilityOfTruth, Smallest, 1 - Smallest));
}
