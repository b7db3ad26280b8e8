using System.Collections.Immutable;
using Orleans;
using Portal.Grains.Models;

namespace Portal.Grains.Training;

/// <summary>What a training will do, in codes and numbers; the words are the reader's language's.</summary>
[GenerateSerializer, Immutable, Alias("portal.RunPlan")]
public sealed record RunPlan
{
    /// <summary>What is predicted.</summary>
    [Id(0)]
    public required ProblemKind Problem { get; init; }

    /// <summary>The column to predict.</summary>
    [Id(1)]
    public required string Target { get; init; }

    /// <summary>In the order of the probabilities, the positive one last; empty for numbers.</summary>
    [Id(2)]
    public required ImmutableArray<string> Classes { get; init; }

    /// <summary>The class that a binary model is about.</summary>
    [Id(3)]
    public string? PositiveClass { get; init; }

    /// <summary>Columns that are learned from.</summary>
    [Id(4)]
    public required ImmutableArray<PlanColumn> Columns { get; init; }

    /// <summary>All others but the target, each with its reason.</summary>
    [Id(5)]
    public required ImmutableArray<PlanLeftOut> LeftOut { get; init; }

    /// <summary>Rows with a target.</summary>
    [Id(6)]
    public required long Rows { get; init; }

    /// <summary>Rows that are not used because they have none.</summary>
    [Id(7)]
    public required long RowsWithoutTarget { get; init; }

    /// <summary>Rows that trees are grown on (about).</summary>
    [Id(8)]
    public required long TrainRows { get; init; }

    /// <summary>Rows that decide when training stops (about).</summary>
    [Id(9)]
    public required long ValidationRows { get; init; }

    /// <summary>Rows that the figures come from (about); training never sees them.</summary>
    [Id(10)]
    public required long HoldOutRows { get; init; }

    /// <summary>The headline figure: <c>roc-auc</c>, <c>macro-f1</c> or <c>rmse</c>.</summary>
    [Id(11)]
    public required string Metric { get; init; }

    /// <summary>Decides the split and all sampling.</summary>
    [Id(12)]
    public required long Seed { get; init; }
}

/// <summary>A column that is learned from; <paramref name="Kind"/> is <c>number</c> or <c>category</c>.</summary>
[GenerateSerializer, Immutable, Alias("portal.PlanColumn")]
public sealed record PlanColumn([property: Id(0)] string Name, [property: Id(1)] string Kind);

/// <summary>
/// A column that is not; <paramref name="Reason"/> is <c>looks-like-id</c>, <c>constant</c>, <c>text</c>, <c>date</c>,
/// <c>subject-key</c> or <c>chosen-by-you</c>.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.PlanLeftOut")]
public sealed record PlanLeftOut([property: Id(0)] string Name, [property: Id(1)] string Reason);
