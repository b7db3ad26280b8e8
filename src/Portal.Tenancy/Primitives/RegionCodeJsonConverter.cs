using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Tenancy.Primitives;

/// <summary>A region as its bare code.</summary>
public sealed class RegionCodeJsonConverter : JsonConverter<RegionCode>
{
    /// <inheritdoc />
    public override RegionCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A region is a string."));

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, RegionCode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
