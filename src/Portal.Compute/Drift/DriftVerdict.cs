using System.Text.Json.Serialization;

namespace Portal.Compute.Drift;

/// <summary>What the comparison of a column says. Stored as its name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DriftVerdict>))]
public enum DriftVerdict
{
    /// <summary>The distributions differ by less than matters.</summary>
    Stable,

    /// <summary>Too few values to tell: under the minimum, or an effect that chance explains as well.</summary>
    NotEnoughData,

    /// <summary>A real difference of moderate size.</summary>
    Moderate,

    /// <summary>A real and large difference.</summary>
    Drifted,
}
