using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Portal.Grains.Datasets.Ingest;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Datasets;

/// <summary>
/// A file on its way in: the body itself, or the first file of a form. What comes with it stands in the query
/// (<c>name</c>, <c>subjectKey</c>, <c>type=column=type</c> once a column, <c>uploadId</c>) or the header
/// <c>X-Upload-Id</c>; without a name the file's own is taken.
/// </summary>
internal sealed class UploadRequest
{
    private const int BoundaryLengthMax = 100;

    private UploadRequest(HttpRequest request, Stream body, string? fileName, long? length)
    {
        var query = request.Query;
        Body = body;
        Name = NullIfEmpty(query["name"].ToString()) ?? Path.GetFileNameWithoutExtension(fileName) ?? string.Empty;
        Settings = new UploadSettings
        {
            Types = query["type"].OfType<string>()
                .Select(t => (Text: t, At: t.LastIndexOf('=')))
                .GroupBy(t => t.At < 0 ? t.Text : t.Text[..t.At], StringComparer.Ordinal)
                .ToImmutableDictionary(
                    g => g.Key, g => g.Last().At < 0 ? string.Empty : g.Last().Text[(g.Last().At + 1)..]),
            SubjectKey = NullIfEmpty(query["subjectKey"].ToString()),
            Length = length,
            UploadId = NullIfEmpty(query["uploadId"].ToString())
                ?? NullIfEmpty(request.Headers["X-Upload-Id"].ToString()),
        };
    }

    public Stream Body { get; }

    public string Name { get; }

    public UploadSettings Settings { get; }

    public static async Task<Result<UploadRequest>> OpenAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            var fileName = Uri.UnescapeDataString(request.Headers["X-File-Name"].ToString());
            return new UploadRequest(request, request.Body, NullIfEmpty(fileName), request.ContentLength);
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > BoundaryLengthMax)
        {
            return new Invalid("upload-form-broken", "The form has no boundary.");
        }

        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)
                && (part.FileNameStar.HasValue || part.FileName.HasValue))
            {
                var name = part.FileNameStar.HasValue ? part.FileNameStar : part.FileName;
                return new UploadRequest(
                    request, section.Body, HeaderUtilities.RemoveQuotes(name).ToString(), length: null);
            }
        }

        return new Invalid("upload-form-without-file", "The form has no file.");
    }

    /// <summary>
    /// Reads what a refused sender still sends, so that it gets the answer in the place of a broken connection.
    /// </summary>
    public static async Task DrainAsync(HttpRequest request, long bytesMax, CancellationToken cancel)
    {
        var buffer = new byte[64 << 10];
        var left = bytesMax;
        while (left > 0 && await request.Body.ReadAsync(buffer, cancel) is var read and > 0)
        {
            left -= read;
        }
    }

    /// <summary>An entity tag as <c>If-Match</c> takes it back.</summary>
    public static string TagOf(long revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
