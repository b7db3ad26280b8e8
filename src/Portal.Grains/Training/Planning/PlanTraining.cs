using System.Collections.Immutable;
using Portal.Grains.Keys;

namespace Portal.Grains.Training.Planning;

/// <summary>What a person wants to train, before it was looked at.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Version">Its version; null means the newest.</param>
/// <param name="Target">The column to predict.</param>
/// <param name="Columns">Columns to learn from; null leaves the choice to the product.</param>
/// <param name="Model">The model that gets the version.</param>
/// <param name="ModelName">
/// Where no model is given: the name of a new one, or of one that predicts the same column. With neither, the product
/// makes a name of the target and the dataset.
/// </param>
/// <param name="Seed">Decides the split and all sampling. Default 1.</param>
public sealed record PlanTraining(
    DatasetId Dataset,
    int? Version,
    string Target,
    ImmutableArray<string>? Columns = null,
    ModelId? Model = null,
    string? ModelName = null,
    long? Seed = null);

/// <summary>The plan and the request that a run of it would have.</summary>
public sealed record PlannedTraining(RunRequest Request, RunPlan Plan);

/// <summary>
/// What may be trained on a dataset's version: its columns, and the target that is most likely meant.
/// </summary>
public sealed record TrainingChoice(
    DatasetId Dataset, string DatasetName, int Version, long Rows, ImmutableArray<ChoiceColumn> Columns,
    string? SuggestedTarget);

/// <summary>
/// A column of a choice: its type, its different and missing values, and whether it can be predicted.
/// </summary>
public sealed record ChoiceColumn(string Name, string Type, long Distinct, long Missing, bool CanBeTarget);
