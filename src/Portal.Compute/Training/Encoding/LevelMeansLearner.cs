using Portal.Compute.Data;
using Portal.Compute.Training.Splits;

namespace Portal.Compute.Training.Encoding;

/// <summary>Learns target means of a column's categories.</summary>
internal sealed class LevelMeansLearner(CategoryColumn column, int[] rows, float[] labels)
{
    private const int Folds = 5;

    // The last place is that of missing values.
    private int Places => column.Levels.Length + 1;

    /// <summary>Means over all rows: for rows whose own target is not among them.</summary>
    public LevelMeans Learn()
    {
        var (sums, counts) = Sum(rows);
        var prior = Prior(rows);
        var levels = Enumerable.Range(0, Places)
            .Where(place => counts[place] >= LevelMeans.RowsMin)
            .Select(place => (Level: Name(place), Value: LevelMeans.Smooth(sums[place], counts[place], prior)))
            .OrderBy(pair => pair.Level, StringComparer.Ordinal)
            .ToArray();
        return new LevelMeans(
            [.. levels.Select(pair => pair.Level)], [.. levels.Select(pair => pair.Value)], (float)prior);
    }

    /// <summary>
    /// A mean for each row from the other folds only; with its own target in it, a rare category would give the
    /// answer away.
    /// </summary>
    public float[] OutOfFold(long seed)
    {
        var order = Enumerable.Range(0, rows.Length).ToArray();
        new SplitMix64(seed).Shuffle(order);
        var (sums, counts) = Sum(rows);
        var total = sums.Sum();
        var values = new float[rows.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var own = order.Where((_, i) => i % Folds == fold).ToArray();
            var ownRows = Array.ConvertAll(own, i => rows[i]);
            var (foldSums, foldCounts) = Sum(ownRows);
            var prior = (total - foldSums.Sum()) / (rows.Length - own.Length);
            foreach (var i in own)
            {
                var place = Place(rows[i]);
                var others = counts[place] - foldCounts[place];
                values[i] = others < LevelMeans.RowsMin
                    ? (float)prior
                    : LevelMeans.Smooth(sums[place] - foldSums[place], others, prior);
            }
        }

        return values;
    }

    private (double[] Sums, int[] Counts) Sum(int[] of)
    {
        var sums = new double[Places];
        var counts = new int[Places];
        foreach (var row in of)
        {
            sums[Place(row)] += labels[row];
            counts[Place(row)]++;
        }

        return (sums, counts);
    }

    private double Prior(int[] of) => of.Length == 0 ? 0 : of.Average(row => (double)labels[row]);

    private int Place(int row) => column.Codes[row] < 0 ? Places - 1 : column.Codes[row];

    private string Name(int place) => place < column.Levels.Length ? column.Levels[place] : "";
}
