using Portal.Compute.Data;
using Portal.Compute.Inference;
using Portal.Compute.Training.Planning;

namespace Portal.Compute.Training;

/// <summary>The target of every row of a table as a number.</summary>
internal static class TargetLabels
{
    /// <summary>Index of the class, or the value; NaN where the target is missing.</summary>
    public static float[] Read(DataColumn column, TrainingPlan plan)
    {
        var classes = plan.Classes.Select((name, index) => (name, index))
            .ToDictionary(pair => pair.name, pair => (float)pair.index, StringComparer.Ordinal);
        switch (column)
        {
            case NumericColumn numbers when plan.Problem is ProblemKind.Regression:
                return numbers.Values;
            case NumericColumn numbers:
                return Array.ConvertAll(
                    numbers.Values, value => float.IsNaN(value) ? float.NaN : classes[ColumnFacts.Text(value)]);
            case CategoryColumn strings:
                // A level without rows is no class.
                var byCode = Array.ConvertAll(strings.Levels, level => classes.GetValueOrDefault(level, float.NaN));
                return Array.ConvertAll(strings.Codes, code => code < 0 ? float.NaN : byCode[code]);
            default:
                throw new NotSupportedException(column.GetType().Name);
        }
    }
}
