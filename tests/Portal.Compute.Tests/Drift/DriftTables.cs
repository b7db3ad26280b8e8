using Portal.Compute.Data;
using Portal.Compute.Numerics;

namespace Portal.Compute.Tests.Drift;

/// <summary>Small seeded tables.</summary>
internal static class DriftTables
{
    public static DataTable Normal(int rows, ulong seed, double mean = 0, double missing = 0)
    {
        var random = new SplitMix64(seed);
        var values = new float[rows];
        for (var i = 0; i < rows; i++)
        {
            var value = (float)(mean + random.NextNormal());
            values[i] = random.NextDouble() < missing ? float.NaN : value;
        }

        return new DataTable([new NumericColumn("x", values)]);
    }

    public static DataTable Categories(params (string Level, int Count)[] levels)
    {
        var codes = levels.SelectMany((l, i) => Enumerable.Repeat(i, l.Count)).ToArray();
        return new DataTable([new CategoryColumn("c", [.. levels.Select(l => l.Level)], codes)]);
    }

    public static DataTable Repeat(DataTable table, int times) =>
        table.Take([.. Enumerable.Range(0, table.RowCount * times).Select(i => i % table.RowCount)]);
}
