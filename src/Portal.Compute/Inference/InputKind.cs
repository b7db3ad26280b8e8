using System.Text.Json.Serialization;

namespace Portal.Compute.Inference;

/// <summary>What an input takes. Stored as its name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InputKind>))]
public enum InputKind
{
    /// <summary>A single-precision number; NaN is missing.</summary>
    Number,

    /// <summary>A string; the empty string is missing.</summary>
    Category,
}
