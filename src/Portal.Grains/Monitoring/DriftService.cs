using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using Portal.Compute.Drift;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Serving.Capture;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Monitoring;

/// <summary>What answers at a deployment: null parts while nothing does.</summary>
internal sealed record Answering(
    DeploymentId Id, string Endpoint, string Environment, bool Live, ModelId? Model, int? Version);

/// <summary>
/// Computes drift outside of any grain's turn, one comparison at a time, and remembers it for a while. The caller has
/// checked the permission.
/// </summary>
internal sealed class DriftService(ICells cells, TimeProvider clock) : IDisposable
{
    private const int RowsMax = 20_000;
    private const int RememberedMax = 500;
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _worker = new(1, 1);
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = RememberedMax });

    /// <summary>Drift of the version that answers; computed again when newer rows are there.</summary>
    public async Task<DriftView> OfAsync(
        RegionCode region, TenantId tenant, Answering of, string window, CancellationToken cancel)
    {
        if (of is not { Model: { } model, Version: { } version })
        {
            return Blank(of.Id, window, "not-routed");
        }

        var cell = cells.Of(region);
        var key = (region, tenant, of.Id, model, version, window);
        var newest = await NewestAsync(cell, tenant, of.Id, cancel);
        if (Remembered(key, newest) is { } known)
        {
            return known;
        }

        await _worker.WaitAsync(cancel);
        try
        {
            if (Remembered(key, newest) is { } meanwhile)
            {
                return meanwhile;
            }

            var view = await ComputeAsync(cell, tenant, of.Id, model, version, window, cancel);
            _cache.Set(key, new Entry(newest, view), new MemoryCacheEntryOptions { Size = 1 });
            return view;
        }
        finally
        {
            _worker.Release();
        }
    }

    public void Dispose()
    {
        _worker.Dispose();
        _cache.Dispose();
    }

    private DriftView? Remembered(object key, DateTimeOffset? newest)
    {
        if (!_cache.TryGetValue(key, out Entry? entry))
        {
            return null;
        }

        var age = clock.GetUtcNow() - entry!.View.At;
        return age < FreshFor || (age < KeptFor && entry.Newest == newest) ? entry.View : null;
    }

    private async Task<DriftView> ComputeAsync(
        ICell cell, TenantId tenant, DeploymentId id, ModelId model, int version, string window,
        CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var length = DriftWindow.LengthOf(window) ?? throw new ArgumentException("No such window.", nameof(window));
        var query = new CaptureQuery(id, now - length, now.AddMinutes(1), RowsMax, model, version);
        var captured = await CaptureReader.ReadAsync(cell, tenant, query, cancel);
        if (captured is null)
        {
            return Blank(id, window, "no-requests") with { Model = model, Version = version };
        }

        if (await ReferenceAsync(cell, tenant, model, version, cancel) is not { } reference)
        {
            return Blank(id, window, "no-reference") with { Model = model, Version = version };
        }

        var report = await Task.Run(
            () => DriftAnalyzer.Compare(
                reference, DriftMapping.Comparable(captured.Table, reference), DriftOptions.Default),
            cancel);
        return new()
        {
            Id = id,
            State = "ready",
            Window = window,
            Verdict = report.Columns.IsEmpty ? null : DriftMapping.NameOf(report.Columns.Max(c => c.Verdict)),
            Model = model,
            Version = version,
            ReferenceRows = report.ReferenceRows,
            CurrentRows = report.CurrentRows,
            RowsInAll = captured.RowsInAll,
            At = now,
            Columns = [.. DriftMapping.Columns(report)],
        };
    }

    private static async Task<ReferenceProfile?> ReferenceAsync(
        ICell cell, TenantId tenant, ModelId model, int version, CancellationToken cancel)
    {
        var json = await cell.Database.FindAsync(
            tenant,
            new("select version::text from model_versions where model_id = $1 and number = $2", model.Value, version),
            r => r.GetString(0),
            cancel);
        if (json is null || JsonSerializer.Deserialize<ModelVersion>(json, PortalJson.Options) is not { } found)
        {
            return null;
        }

        await using var stored = await cell.Blobs.OpenAsync(tenant, found.Reference.Name, cancel);
        return stored is null
            ? null
            : await JsonSerializer.DeserializeAsync<ReferenceProfile>(stored, PortalJson.Options, cancel);
    }

    private static async Task<DateTimeOffset?> NewestAsync(
        ICell cell, TenantId tenant, DeploymentId id, CancellationToken cancel) =>
        await cell.Database.FindAsync(
            tenant,
            new("select max(to_at) from capture_segments where deployment_id = $1", id.Value),
            r => r.IsDBNull(0) ? (DateTimeOffset?)null : r.GetFieldValue<DateTimeOffset>(0),
            cancel);

    private DriftView Blank(DeploymentId id, string window, string state) =>
        new() { Id = id, State = state, Window = window, At = clock.GetUtcNow() };

    private sealed record Entry(DateTimeOffset? Newest, DriftView View);
}
