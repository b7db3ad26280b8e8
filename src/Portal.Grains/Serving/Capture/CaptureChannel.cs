using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Portal.Grains.Serving.Capture;

/// <summary>
/// Between requests and the writer: bounded, and never waits. What does not fit is dropped and counted.
/// </summary>
internal sealed class CaptureChannel
{
    private static readonly Meter Meter = new("Portal.Serving");
    private static readonly Counter<long> DroppedCounter = Meter.CreateCounter<long>(
        "portal.capture.dropped", "{request}", "Requests that were answered but not remembered.");

    private readonly Channel<InferenceRecord> _channel;
    private long _dropped;

    public CaptureChannel(IOptions<CaptureOptions> options) => _channel = Channel.CreateBounded<InferenceRecord>(
        new BoundedChannelOptions(options.Value.PendingMax)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
        });

    /// <summary>Requests dropped since the start.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    public ChannelReader<InferenceRecord> Reader => _channel.Reader;

    /// <summary>Hands a record over, or drops it.</summary>
    public void Offer(InferenceRecord record)
    {
        if (!_channel.Writer.TryWrite(record))
        {
            Interlocked.Increment(ref _dropped);
            DroppedCounter.Add(1);
        }
    }
}
