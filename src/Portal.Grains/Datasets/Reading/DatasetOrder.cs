using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Portal.Grains.Keys;

namespace Portal.Grains.Datasets.Reading;

/// <summary>An order of the list and the place in it that a cursor names.</summary>
internal sealed record DatasetOrder(string Name, string Column, bool IsDescending, bool IsTime)
{
    private static readonly DatasetOrder[] All =
    [
        new("-updated", "d.updated_at", IsDescending: true, IsTime: true),
        new("updated", "d.updated_at", IsDescending: false, IsTime: true),
        new("name", "lower(d.name)", IsDescending: false, IsTime: false),
        new("-name", "lower(d.name)", IsDescending: true, IsTime: false),
    ];

    public string Direction => IsDescending ? "desc" : "asc";

    public string Comparison => IsDescending ? "<" : ">";

    public static DatasetOrder? Find(string? name) =>
        string.IsNullOrEmpty(name) ? All[0] : All.FirstOrDefault(o => o.Name == name);

    /// <summary>The cursor behind a row; the key is what the database sorted by, as text.</summary>
    public string CursorOf(string key, DatasetId id) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Name}\n{id}\n{key}"));

    /// <summary>The place of a cursor of this order: key and id; null when it is none.</summary>
    public (object Key, Guid Id)? PlaceOf(string cursor)
    {
        if (!Base64Url.IsValid(cursor))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n', 3);
        if (parts.Length != 3 || parts[0] != Name || !DatasetId.TryParse(parts[1], out var id)
            || parts[2].Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        return !IsTime ? (parts[2], id.Value)
            : DateTimeOffset.TryParseExact(
                parts[2], "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
                ? (at, id.Value)
                : null;
    }
}
