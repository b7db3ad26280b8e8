using System.Text.Json.Serialization;

namespace Portal.Compute.Training;

/// <summary>Where a training is. Stored as its name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrainingStage>))]
public enum TrainingStage
{
    Planning,
    Encoding,
    Boosting,
    Refitting,
    Exporting,
    Proving,
    Evaluating,
}
