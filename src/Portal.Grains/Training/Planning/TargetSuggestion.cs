using System.Collections.Immutable;
using Portal.Compute.Training;
using Portal.Compute.Training.Planning;

namespace Portal.Grains.Training.Planning;

/// <summary>Which columns can be predicted, and which one most likely is meant.</summary>
internal static class TargetSuggestion
{
    private static readonly ImmutableArray<string> Names =
    [
        "target", "label", "class", "churn", "churned", "outcome", "default", "fraud", "survived", "y", "income",
        "price", "medhouseval", "response", "result", "diagnosis", "quality", "cover_type",
    ];

    public static ImmutableHashSet<string> Possible(TableFacts facts, string? subjectKey) =>
        [.. facts.Columns.Select(c => c.Name).Where(name => name != subjectKey && CanBe(facts, name, subjectKey))];

    /// <summary>
    /// A name that says so, else the last column of two values, else the last one that can be predicted.
    /// </summary>
    public static string? Choose(TableFacts facts, ImmutableHashSet<string> possible)
    {
        var columns = facts.Columns.Where(c => possible.Contains(c.Name)).ToImmutableArray();
        return Names.Select(n => columns.FirstOrDefault(c => c.Name.Equals(n, StringComparison.OrdinalIgnoreCase)))
                .FirstOrDefault(c => c is not null)?.Name
            ?? columns.LastOrDefault(c => c.DistinctCount == 2)?.Name
            ?? columns.LastOrDefault()?.Name;
    }

    private static bool CanBe(TableFacts facts, string name, string? subjectKey) =>
        TrainingPlanner.Plan(facts, new TrainingRequest { Target = name, SubjectKey = subjectKey })
            is PlanOutcome.Planned;
}
