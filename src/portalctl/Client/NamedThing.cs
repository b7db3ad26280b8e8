using System.Text.Json;

namespace Portal.Ctl.Client;

/// <summary>Datasets and models as people name them: by id, or by their exact name in any case.</summary>
internal static class NamedThing
{
    private const int Looked = 200;

    /// <summary>The id of a dataset.</summary>
    public static Task<string> DatasetAsync(PortalClient client, string named, CancellationToken cancel) =>
        FindAsync(client, "datasets", "dst_", named, cancel);

    /// <summary>The id of a model.</summary>
    public static Task<string> ModelAsync(PortalClient client, string named, CancellationToken cancel) =>
        FindAsync(client, "models", "mdl_", named, cancel);

    private static async Task<string> FindAsync(
        PortalClient client, string feature, string prefix, string named, CancellationToken cancel)
    {
        if (named.StartsWith(prefix, StringComparison.Ordinal))
        {
            return named;
        }

        var page = await client.GetAsync(
            $"/api/v1/{feature}?limit={Looked}&filter={Uri.EscapeDataString(named)}", cancel);
        var found = page.GetProperty("items").EnumerateArray().FirstOrDefault(IsNamed);
        return found.ValueKind is JsonValueKind.Object
            ? found.GetProperty("id").GetString()! // Everything listed has an id.
            : throw new CommandFailedException(
                ExitCode.NotFound, $"There is nothing called '{named}' among {feature}.");

        bool IsNamed(JsonElement item) =>
            string.Equals(item.GetProperty("name").GetString(), named, StringComparison.OrdinalIgnoreCase);
    }
}
