using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Events;

namespace Portal.Grains.Audit;

/// <summary>
/// The log as one JSON document: <c>header</c>, <c>events</c>, <c>trailer</c>. Each event is one line; the trailer's
/// SHA-256 is over the lines of all events without the comma, each ended by a line feed.
/// </summary>
internal static class JsonExport
{
    private static readonly byte[] LineFeed = "\n"u8.ToArray();
    private static readonly byte[] Comma = ","u8.ToArray();

    public static async Task<long> WriteAsync(
        Stream target, Header header, IAsyncEnumerable<StoredEvent> events, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var about = JsonSerializer.Serialize(header, PortalJson.Options);
        await target.WriteAsync(Encoding.UTF8.GetBytes($"{{\"header\":{about},\n\"events\":[\n"), cancel);
        var count = 0L;
        await foreach (var stored in events.WithCancellation(cancel))
        {
            var entry = AuditEntry.Of(stored) with { SealedBody = Convert.ToBase64String(stored.SealedBody.Span) };
            var line = JsonSerializer.SerializeToUtf8Bytes(entry, PortalJson.Options);
            hash.AppendData(line);
            hash.AppendData(LineFeed);
            if (count++ > 0)
            {
                await target.WriteAsync(Comma, cancel);
                await target.WriteAsync(LineFeed, cancel);
            }

            await target.WriteAsync(line, cancel);
        }

        var end = JsonSerializer.Serialize(
            new Trailer(count, Convert.ToHexStringLower(hash.GetHashAndReset())), PortalJson.Options);
        await target.WriteAsync(Encoding.UTF8.GetBytes($"\n],\n\"trailer\":{end}}}\n"), cancel);
        await target.FlushAsync(cancel);
        return count;
    }

    /// <summary>What the export is, and by which filter it was cut.</summary>
    internal sealed record Header(
        TenantId Tenant, RegionCode Region, string ExportedBy, DateTimeOffset AsOf, AuditFilter Scope)
    {
        /// <summary>The order of the events.</summary>
        public string Order { get; } = "log order, oldest first";
    }

    /// <summary>What it came to. The hash shows damage on the way; it is no signature.</summary>
    internal sealed record Trailer(long Events, string EventsSha256);
}
