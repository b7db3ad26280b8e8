using Portal.Compute.Data;
using Portal.Compute.Inference;
using Portal.Compute.Training.Engines.XGBoost;

namespace Portal.Compute.Training.Encoding;

/// <summary>Writes rows of a table as sparse features.</summary>
internal sealed class FeatureWriter(FeatureEncoder encoder, DataTable table, int[] rows)
{
    private const int None = -1;

    /// <param name="means">For a column of many categories (by index): the number of each row.</param>
    public SparseMatrix Write(Func<int, float[]> means)
    {
        // Feature by feature into a row-major list: at most one stored value per source column and row.
        var width = encoder.Columns.Count;
        var feature = new int[rows.Length * width];
        var value = new float[rows.Length * width];
        var first = 0;
        for (var i = 0; i < width; i++)
        {
            var column = encoder.Columns[i];
            Fill(column, first, i, width, feature, value, means);
            first += Math.Max(1, column.Levels.Count);
        }

        return Compress(feature, value, width, first);
    }

    /// <summary>Numbers of the categories of each row, as the graph looks them up.</summary>
    public static float[] MeansOfLevels(DataTable table, int[] rows, EncodedColumn column)
    {
        var means = column.Means ?? throw new ArgumentException("The column has no means.", nameof(column));
        var category = table.Category(column.Name);
        var byLevel = means.Levels.Zip(means.Values)
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        var byCode = Array.ConvertAll(category.Levels, level => byLevel.GetValueOrDefault(level, means.Default));
        var missing = byLevel.GetValueOrDefault("", means.Default);
        return Array.ConvertAll(rows, row => category.Codes[row] < 0 ? missing : byCode[category.Codes[row]]);
    }

    private void Fill(
        EncodedColumn column, int first, int at, int width, int[] feature, float[] value, Func<int, float[]> means)
    {
        if (column.Levels.Count > 0)
        {
            FillIndicators(column, first, at, width, feature, value);
            return;
        }

        var numbers = column.Kind is InputKind.Number
            ? Array.ConvertAll(rows, row => table.Numeric(column.Name).Values[row])
            : means(at);
        for (var r = 0; r < rows.Length; r++)
        {
            feature[(r * width) + at] = float.IsNaN(numbers[r]) ? None : first;
            value[(r * width) + at] = numbers[r];
        }
    }

    private void FillIndicators(
        EncodedColumn column, int first, int at, int width, int[] feature, float[] value)
    {
        var category = table.Category(column.Name);
        var codes = column.Levels.Select((level, code) => (level, code))
            .ToDictionary(pair => pair.level, pair => pair.code, StringComparer.Ordinal);
        var byCode = Array.ConvertAll(category.Levels, level => codes.GetValueOrDefault(level, None));
        var missing = codes.GetValueOrDefault("", None);
        for (var r = 0; r < rows.Length; r++)
        {
            var source = category.Codes[rows[r]];
            var code = source < 0 ? missing : byCode[source];
            feature[(r * width) + at] = code == None ? None : first + code;
            value[(r * width) + at] = 1f;
        }
    }

    private SparseMatrix Compress(int[] feature, float[] value, int width, int featureCount)
    {
        var stored = feature.Count(index => index != None);
        var starts = new nuint[rows.Length + 1];
        var columns = new uint[stored];
        var values = new float[stored];
        var next = 0;
        for (var r = 0; r < rows.Length; r++)
        {
            for (var i = r * width; i < (r + 1) * width; i++)
            {
                if (feature[i] != None)
                {
                    columns[next] = (uint)feature[i];
                    values[next++] = value[i];
                }
            }

            starts[r + 1] = (nuint)next;
        }

        return new SparseMatrix(starts, columns, values, featureCount);
    }
}
