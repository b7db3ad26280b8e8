using System.Globalization;
using Portal.Compute.Numerics;

namespace Portal.Compute.Data;

/// <summary>The population of house sales.</summary>
internal static class HouseSample
{
    public const string Header = "sale_id,listed_on,district,kind,area_m2,rooms,year_built,metro_km,garden,price";

    private static readonly string[] Districts = ["Marina", "Old Town", "Hills", "Airport", "Lakes", "Harbour"];
    private static readonly double[] DistrictEffect = [0.35, 0.1, 0.25, -0.25, 0, 0.45];
    private static readonly string[] Kinds = ["Flat", "Villa", "\"Townhouse, terraced\""];
    private static readonly double[] KindEffect = [0, 0.2, 0.1];

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
        var district = SampleDraw.Choose(ref random, [0.25, 0.2, 0.2, 0.2, 0.15, drift >= 0.5 ? 0.2 * drift : 0]);
        var kind = SampleDraw.Choose(ref random, [0.6, 0.15 + (0.3 * drift), 0.25]);
        var area = Math.Clamp(
            Math.Round((95 + (60 * kind) + (30 * random.NextNormal())) * (1 + (0.25 * drift))), 25, 600);
        var rooms = (int)Math.Clamp(Math.Round((area / 32) + (0.7 * random.NextNormal())), 1, 12);
        var year = 1975 + (int)random.NextBelow(50);
        var metro = Math.Round(-Math.Log(1 - random.NextDouble()) * 1.8, 1);
        var hasGarden = random.NextDouble() < (kind == 0 ? 0.1 : 0.7);
        var isMetroKnown = random.NextDouble() >= 0.03 + (0.1 * drift);
        var listed = new DateOnly(2023, 1, 1).AddDays((int)random.NextBelow(700));
        var logPrice = 12.2 + (0.85 * Math.Log(area / 100)) + DistrictEffect[district] + KindEffect[kind]
            + (0.006 * (year - 2000)) - (0.06 * Math.Min(metro, 6)) + (hasGarden ? 0.06 : 0)
            + (0.08 * random.NextNormal());
        var price = Math.Round(Math.Exp(logPrice) / 500) * 500;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{index + 1},{listed:yyyy-MM-dd},{Districts[district]},{Kinds[kind]},{area:0},{rooms},{year},"
            + $"{(isMetroKnown ? metro.ToString("0.0", CultureInfo.InvariantCulture) : "NA")},"
            + $"{(hasGarden ? "yes" : "no")},{price:0}");
    }
}
