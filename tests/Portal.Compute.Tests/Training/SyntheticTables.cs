using Portal.Compute.Data;

namespace Portal.Compute.Tests.Training;

/// <summary>Small tables with numbers, categories, missing values and a target that depends on them.</summary>
internal static class SyntheticTables
{
    private static readonly string[] Colours = ["blue", "green", "red"];

    public static DataTable Binary(int rows = 600, int seed = 7)
    {
        var (columns, signal, random) = Features(rows, seed);
        var codes = signal.Select(s => random.NextDouble() < 1 / (1 + Math.Exp(-(s - 2))) ? 1 : 0).ToArray();
        return new DataTable([.. columns, new CategoryColumn("bought", ["No", "Yes"], codes, ColumnType.Boolean)]);
    }

    public static DataTable Multiclass(int rows = 600, int seed = 7)
    {
        var (columns, signal, random) = Features(rows, seed);
        var codes = signal
            .Select(s => (s + (random.NextDouble() * 0.5)) switch { < 0.5 => 0, < 2 => 1, _ => 2 })
            .ToArray();
        return new DataTable([.. columns, new CategoryColumn("size", ["large", "medium", "small"], codes)]);
    }

    public static DataTable Regression(int rows = 600, int seed = 7)
    {
        var (columns, signal, random) = Features(rows, seed);
        var values = signal.Select(s => (float)(250_000 + (40_000 * s) + (5_000 * random.NextDouble()))).ToArray();
        return new DataTable([.. columns, new NumericColumn("price", values)]);
    }

    /// <summary>A column of many categories, most of them rare, the first twenty of which carry signal.</summary>
    public static DataTable ManyCategories(int rows = 2000, int levels = 400, int seed = 7)
    {
        var random = new Random(seed);
        var names = Enumerable.Range(0, levels).Select(i => $"city-{i:D4}").ToArray();
        var codes = Enumerable.Range(0, rows).Select(_ => (int)(levels * Math.Pow(random.NextDouble(), 3))).ToArray();
        var noise = Enumerable.Range(0, rows).Select(_ => (float)random.NextDouble()).ToArray();
        var target = codes.Select(c => random.NextDouble() < (c < 20 ? 0.8 : 0.2) ? 1 : 0).ToArray();
        return new DataTable(
        [
            new CategoryColumn("city", names, codes), new NumericColumn("noise", noise),
            new CategoryColumn("bought", ["No", "Yes"], target, ColumnType.Boolean),
        ]);
    }

    private static (DataColumn[] Columns, double[] Signal, Random Random) Features(int rows, int seed)
    {
        var random = new Random(seed);
        var age = new float[rows];
        var income = new float[rows];
        var colour = new int[rows];
        var signal = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            age[i] = random.Next(18, 90);
            income[i] = random.NextDouble() < 0.1 ? float.NaN : (float)Math.Round(random.NextDouble() * 90_000, 2);
            colour[i] = random.Next(-1, Colours.Length);
            signal[i] = (age[i] / 30) + (colour[i] == 2 ? 1.5 : colour[i] == -1 ? -1 : 0)
                + (float.IsNaN(income[i]) ? -0.5 : income[i] / 60_000) - 1.5;
        }

        return (
        [
            new NumericColumn("age", age, ColumnType.Integer),
            new NumericColumn("yearly income", income),
            new CategoryColumn("label", Colours, colour),
        ], signal, random);
    }
}
