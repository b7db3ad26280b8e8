using System.Text.Json;

namespace Portal.Web.Ui.Upload;

/// <summary>
/// What the server said about an upload: <paramref name="Ok"/> for 2xx, and its JSON (the value, or the problem).
/// </summary>
public sealed record UploadedFile(string Name, bool Ok, int Status, JsonElement? Body)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The value that the server answered.</summary>
    public T? Read<T>() => Body is { } body ? body.Deserialize<T>(Json) : default;
}
