using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Portal.Compute.Data;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Datasets.Reading;

/// <summary>Gives rows to people; the access stands in the tenant's log before the first byte leaves.</summary>
public sealed class DatasetRows
{
    private const int FieldLengthMax = 200;
    private readonly DatasetQueries _queries;
    private readonly DatasetAccessLog _log;
    private readonly ICells _cells;
    private readonly DatasetOptions _options;

    internal DatasetRows(
        DatasetQueries queries, DatasetAccessLog log, ICells cells, IOptions<DatasetOptions> options) =>
        (_queries, _log, _cells, _options) = (queries, log, cells, options.Value);

    /// <summary>The bytes as they were uploaded.</summary>
    public async Task<Result<DatasetDownload>> DownloadAsync(
        CallContext call, DatasetId id, int number, CancellationToken cancel)
    {
        var dataset = await _queries.GetAsync(call.Principal, id, cancel);
        var found = dataset.Ok ? await _queries.VersionAsync(call.Principal, id, number, cancel) : dataset.Error;
        if (!found.Ok)
        {
            return found.Error;
        }

        var version = found.Value.Version;
        var opened = await OpenAsync(call, id, version, "download", version.Rows, cancel);
        return opened.Map(content => new DatasetDownload(
            content, FileNameOf(dataset.Value!.Name, version.Number), version));
    }

    /// <summary>The first rows; long values are cut.</summary>
    public async Task<Result<DatasetPreview>> PreviewAsync(
        CallContext call, DatasetId id, int number, CancellationToken cancel)
    {
        var found = await _queries.VersionAsync(call.Principal, id, number, cancel);
        if (!found.Ok)
        {
            return found.Error;
        }

        var version = found.Value.Version;
        var shown = Math.Min(_options.PreviewRows, version.Rows);
        var opened = await OpenAsync(call, id, version, "preview", shown, cancel);
        if (!opened.Ok)
        {
            return opened.Error;
        }

        await using var content = opened.Value;
        return await ReadAsync(content, version, cancel);
    }

    private static string FileNameOf(string name, int number) =>
        $"{string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or ' ' ? c : '-'))}-v{number}.csv";

    private async Task<Result<Stream>> OpenAsync(
        CallContext call, DatasetId id, DatasetVersion version, string purpose, long rows, CancellationToken cancel)
    {
        var stream = await DatasetContent.OpenAsync(
            _cells.Of(call.Principal.Region), call.Principal.Tenant, version, cancel);
        if (stream is null)
        {
            return DatasetErrors.NotFound;
        }

        try
        {
            if (await _log.RecordAsync(call, id, version, purpose, rows, cancel) is not { } refused)
            {
                var opened = stream;
                stream = null;
                return opened;
            }

            return refused;
        }
        finally
        {
            if (stream is not null)
            {
                await stream.DisposeAsync();
            }
        }
    }

    private async Task<DatasetPreview> ReadAsync(Stream content, DatasetVersion version, CancellationToken cancel)
    {
        var limits = CsvLimits.Default with
        {
            LineBytesMax = _options.LineBytesMax,
            ColumnsMax = _options.ColumnsMax,
        };
        var reader = await CsvReader.OpenAsync(content, limits, version.Delimiter, cancel);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>(_options.PreviewRows);
        while (rows.Count < _options.PreviewRows && await reader.ReadAsync(cancel))
        {
            rows.Add([.. Enumerable.Range(0, reader.Headers.Length).Select(i => Cut(reader.Text(i)))]);
        }

        return new(reader.Headers, rows.ToImmutable());
    }

    private static string Cut(string text) =>
        text.Length <= FieldLengthMax ? text : $"{text.AsSpan(0, FieldLengthMax)}…";
}
