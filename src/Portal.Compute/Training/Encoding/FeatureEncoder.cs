using Portal.Compute.Data;
using Portal.Compute.Inference;
using Portal.Compute.Training.Engines.XGBoost;
using Portal.Compute.Training.Planning;

namespace Portal.Compute.Training.Encoding;

/// <summary>
/// Turns columns into the engine's features: numbers as they are; up to a limit of categories one indicator each,
/// stored only where it is 1; beyond it a smoothed target mean.
/// </summary>
internal sealed class FeatureEncoder
{
    private FeatureEncoder(IReadOnlyList<EncodedColumn> columns)
    {
        Columns = columns;
        List<TreeFeature> features = [];
        List<int> sources = [];
        var slot = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            var levels = columns[i].Levels.Count;
            for (var code = 0; code < Math.Max(1, levels); code++)
            {
                features.Add(new TreeFeature(slot, levels == 0 ? null : code));
                sources.Add(i);
            }

            slot++;
        }

        Features = features;
        Sources = sources;
    }

    /// <summary>One a source column, each in the graph's slot of the same number.</summary>
    public IReadOnlyList<EncodedColumn> Columns { get; }

    /// <summary>The engine's features.</summary>
    public IReadOnlyList<TreeFeature> Features { get; }

    /// <summary>Index of the source column of each feature.</summary>
    public IReadOnlyList<int> Sources { get; }

    /// <summary>Learns from the given rows and no others.</summary>
    public static FeatureEncoder Learn(
        DataTable table, int[] rows, float[] labels, TrainingPlan plan, TrainingOptions options) =>
        new([.. plan.Columns.Select(column => Learn(table, rows, labels, column, plan.Problem, options))]);

    /// <summary>Features of rows as the graph will make them.</summary>
    public SparseMatrix Encode(DataTable table, int[] rows) =>
        new FeatureWriter(this, table, rows).Write(i => FeatureWriter.MeansOfLevels(table, rows, Columns[i]));

    /// <summary>Features of the rows learned from: target means come from the other folds.</summary>
    public SparseMatrix EncodeLearned(DataTable table, int[] rows, float[] labels, long seed) =>
        new FeatureWriter(this, table, rows).Write(i =>
            new LevelMeansLearner(table.Category(Columns[i].Name), rows, labels).OutOfFold(seed + i));

    private static EncodedColumn Learn(
        DataTable table, int[] rows, float[] labels, PlannedColumn column, ProblemKind problem, TrainingOptions options)
    {
        if (column.Kind is InputKind.Number)
        {
            return new EncodedColumn(column.Name, column.Kind, [], null, []);
        }

        var category = table.Category(column.Name);
        var known = LevelsByFrequency(category, rows);
        var shown = known.Where(level => level.Length > 0).ToArray();
        if (known.Length > options.IndicatorLevelsMax && problem is not ProblemKind.Multiclass)
        {
            var means = new LevelMeansLearner(category, rows, labels).Learn();
            return new EncodedColumn(column.Name, column.Kind, [], means, shown);
        }

        // A mean of class numbers says nothing: with many classes the most frequent categories are told apart.
        var levels = known.Take(options.IndicatorLevelsMax).Order(StringComparer.Ordinal).ToArray();
        return new EncodedColumn(column.Name, column.Kind, levels, null, shown);
    }

    // The empty string stands for missing values, where there are any.
    private static string[] LevelsByFrequency(CategoryColumn column, int[] rows)
    {
        var counts = new int[column.Levels.Length + 1];
        foreach (var row in rows)
        {
            counts[column.Codes[row] < 0 ? column.Levels.Length : column.Codes[row]]++;
        }

        return
        [
            .. counts.Select((count, code) => (Count: count, Code: code))
                .Where(level => level.Count > 0)
                .Select(level => (level.Count, Name: column.Levels.ElementAtOrDefault(level.Code) ?? ""))
                .OrderByDescending(level => level.Count)
                .ThenBy(level => level.Name, StringComparer.Ordinal)
                .Select(level => level.Name),
        ];
    }
}
