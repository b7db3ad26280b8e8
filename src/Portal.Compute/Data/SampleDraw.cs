using Portal.Compute.Numerics;

namespace Portal.Compute.Data;

/// <summary>Draws that the sample populations share.</summary>
internal static class SampleDraw
{
    /// <summary>One of the options, with probabilities proportional to the weights.</summary>
    public static int Choose(ref SplitMix64 random, ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var at = random.NextDouble() * total;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            at -= weights[i];
            if (at < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>Poisson number, by Knuth's product; for small means.</summary>
    public static int Poisson(ref SplitMix64 random, double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }
}
