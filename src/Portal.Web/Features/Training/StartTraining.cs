using System.Collections.Immutable;
using Portal.Grains.Keys;
using Portal.Grains.Training.Planning;

namespace Portal.Web.Features.Training;

/// <summary>The body of a plan or a training. Ids come as text: one that can't be read is a missing one.</summary>
public sealed record StartTraining(
    string Dataset,
    string Target,
    int? Version = null,
    ImmutableArray<string>? Columns = null,
    string? Model = null,
    string? ModelName = null,
    long? Seed = null)
{
    /// <summary>The request, or null when an id is none.</summary>
    internal PlanTraining? Read()
    {
        ModelId model = default;
        return !DatasetId.TryParse(Dataset, out var dataset)
            || (Model is not null && !ModelId.TryParse(Model, out model))
            ? null
            : new PlanTraining(
                dataset, Version, Target ?? string.Empty, Columns, Model is null ? null : model, ModelName, Seed);
    }
}
