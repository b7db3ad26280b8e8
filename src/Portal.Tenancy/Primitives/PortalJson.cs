using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Tenancy.Primitives;

/// <summary>
/// How the product writes and reads JSON everywhere: camel case, enums by name in kebab case, no nulls.
/// </summary>
public static class PortalJson
{
    /// <summary>The one set of options.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new(JsonSerializerDefaults.Web));

    /// <summary>Puts the product's rules on <paramref name="options"/>.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        return options;
    }
}
