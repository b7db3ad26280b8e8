namespace Orleans.Runtime;

/// <summary>Values that travel with a call to the grains it reaches. What a grain sets does not travel back.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<Dictionary<string, object>?> Values = new();

    /// <summary>The names of the values.</summary>
    public static IEnumerable<string> Keys => Values.Value?.Keys ?? Enumerable.Empty<string>();

    /// <summary>The values by name.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries =>
        Values.Value ?? Enumerable.Empty<KeyValuePair<string, object>>();

    /// <summary>The value with this name, or null.</summary>
    /// <param name="key">The name.</param>
    public static object? Get(string key) => Values.Value?.GetValueOrDefault(key);

    /// <summary>Sets a value for the calls made from here on.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">Treated as immutable.</param>
    public static void Set(string key, object value)
    {
        // Copied, because calls already sent hold the previous dictionary.
        var values = Values.Value is { } current ? new Dictionary<string, object>(current) : new(1);
        values[key] = value;
        Values.Value = values;
    }

    /// <summary>Removes a value.</summary>
    /// <param name="key">The name.</param>
    /// <returns>Whether it was there.</returns>
    public static bool Remove(string key)
    {
        if (Values.Value is not { } current || !current.ContainsKey(key))
        {
            return false;
        }

        var values = new Dictionary<string, object>(current);
        values.Remove(key);
        Values.Value = values.Count == 0 ? null : values;
        return true;
    }

    /// <summary>Removes all values.</summary>
    public static void Clear() => Values.Value = null;

    internal static Dictionary<string, object>? Capture() => Values.Value;

    internal static void Restore(Dictionary<string, object>? values) => Values.Value = values;
}
