using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Serving.Capture;

/// <summary>
/// Sums requests up by the minute and gathers their rows, off the request path. Writes at every tick and when the node
/// stops; what a killed node had not written is lost.
/// </summary>
internal sealed class CaptureWriter(
    CaptureChannel channel, CaptureStore store, IOptions<CaptureOptions> options, TimeProvider clock,
    ILogger<CaptureWriter> logger) : BackgroundService
{
    private const int TalliesMax = 20_000;
    private const int AttemptsMax = 3;
    private readonly Dictionary<MinuteTally.Key, MinuteTally> _minutes = [];
    private readonly Dictionary<CaptureSegment.Key, CaptureSegment> _open = [];
    private readonly Queue<(CaptureSegment Segment, int Attempt)> _closed = new();
    private double _sampled;
    private long _second;
    private int _rowsOfSecond;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(options.Value.Tick, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Drain();
                await WriteAsync(all: false, CancellationToken.None); // Half a write would be counted twice.
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    /// <summary>Writes everything at once. Only while the writer does not run.</summary>
    internal async Task FlushAsync(CancellationToken cancel)
    {
        Drain();
        await WriteAsync(all: true, cancel);
    }

    private void Drain()
    {
        while (channel.Reader.TryRead(out var record))
        {
            var minute = MinuteTally.Key.For(record);
            if (!_minutes.TryGetValue(minute, out var tally) && _minutes.Count < TalliesMax)
            {
                _minutes[minute] = tally = new MinuteTally(minute);
            }

            tally?.Add(record);
            if (record.Result is not null && Admit(record))
            {
                Gather(record);
            }
        }
    }

    private void Gather(InferenceRecord record)
    {
        var key = new CaptureSegment.Key(
            record.Region, record.Tenant, record.Deployment, record.Revision, record.Model, record.Version);
        if (!_open.TryGetValue(key, out var segment))
        {
            _open[key] = segment = new CaptureSegment(key, record.Signature, clock.GetUtcNow());
        }

        segment.Add(record);
        if (segment.Rows >= options.Value.SegmentRows)
        {
            _open.Remove(key);
            _closed.Enqueue((segment, 1));
        }
    }

    // Every n-th request in even steps, so that the share holds without chance.
    private bool Admit(InferenceRecord record)
    {
        _sampled += options.Value.SampleShare;
        if (_sampled < 1)
        {
            return false;
        }

        _sampled -= 1;
        var second = record.At.ToUnixTimeSeconds();
        (_second, _rowsOfSecond) = second == _second ? (_second, _rowsOfSecond) : (second, 0);
        if (_rowsOfSecond + record.Batch!.RowCount > options.Value.RowsPerSecondMax)
        {
            return false;
        }

        _rowsOfSecond += record.Batch.RowCount;
        return true;
    }

    private async Task WriteAsync(bool all, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var segment in _open.Values
            .Where(s => all || now - s.OpenedAt >= options.Value.SegmentAge).ToArray())
        {
            _open.Remove(segment.Of);
            _closed.Enqueue((segment, 1));
        }

        await WriteMinutesAsync(cancel);
        for (var left = _closed.Count; left > 0; left--)
        {
            var (segment, attempt) = _closed.Dequeue();
            if (!await TryAsync(segment.Of.Tenant, () => store.WriteSegmentAsync(segment, cancel))
                && attempt < AttemptsMax)
            {
                _closed.Enqueue((segment, attempt + 1));
            }
        }
    }

    private async Task WriteMinutesAsync(CancellationToken cancel)
    {
        foreach (var own in _minutes.Values.GroupBy(m => (m.Of.Region, m.Of.Tenant)).ToArray())
        {
            MinuteTally[] minutes = [.. own];
            if (await TryAsync(
                own.Key.Tenant,
                () => store.AddMinutesAsync(own.Key.Region, own.Key.Tenant, minutes, cancel)))
            {
                foreach (var minute in minutes)
                {
                    _minutes.Remove(minute.Of);
                }
            }
        }
    }

    private async Task<bool> TryAsync(TenantId tenant, Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (Exception e)
        {
            CaptureLog.WriteFailed(logger, e, tenant.ToString());
            return false;
        }
    }
}
