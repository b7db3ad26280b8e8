using System.Globalization;
using Portal.Compute.Numerics;

namespace Portal.Compute.Data;

/// <summary>The population of parcels.</summary>
internal static class ParcelSample
{
    public const string Header = "tracking;carrier;express;weekday;weight_kg;distance_km;value;outcome";

    private static readonly string[] Carriers = ["Falcon", "Dhow", "Oryx", "Comet"];
    private static readonly double[] CarrierEffect = [-0.8, 0.3, 0.9, 1.6];
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] Outcomes = ["on time", "late", "returned"];

    public static IEnumerable<string> Lines(int rows, ulong seed, double drift)
    {
        var random = new SplitMix64(seed);
        for (var i = 0; i < rows; i++)
        {
            yield return Draw(ref random, i, drift);
        }
    }

    private static string Draw(ref SplitMix64 random, int index, double drift)
    {
        var carrier = SampleDraw.Choose(ref random, [0.4, 0.35, 0.25, drift >= 0.5 ? 0.4 * drift : 0]);
        var isExpress = random.NextDouble() < 0.3;
        var day = (int)random.NextBelow(7);
        var weight = Math.Round(Math.Exp(0.6 + (0.8 * random.NextNormal()) + (0.4 * drift)), 2);
        var distance = Math.Round(20 + (-Math.Log(1 - random.NextDouble()) * 180 * (1 + drift)));
        var value = Math.Round(Math.Exp(4 + (0.9 * random.NextNormal())), 2);
        var late = -1.6 + (1.5 * CarrierEffect[carrier]) + (isExpress ? -1.6 : 0) + (0.011 * (distance - 150))
            + (day >= 5 ? 0.8 : 0);
        var returned = -2.6 + (0.012 * (value - 60)) + (0.25 * (weight - 2)) + (0.5 * CarrierEffect[carrier]);
        var outcome = SampleDraw.Choose(ref random, [1, Math.Exp(Math.Min(late, 6)), Math.Exp(Math.Min(returned, 6))]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"P{index:D8}X{random.NextBelow(90) + 10};{Carriers[carrier]};{(isExpress ? "true" : "false")};{Days[day]};"
            + $"{weight:0.00};{distance:0};{value:0.00};{Outcomes[outcome]}");
    }
}
