namespace Portal.Grains.Datasets.Ingest;

/// <summary>
/// Hands bytes on to their reader and copies each to a second stream; ends at a bound, which it then says. Forward
/// only, asynchronous only, disposes neither stream.
/// </summary>
internal sealed class TeeStream(Stream source, Stream copy, long bytesMax) : Stream
{
    private long _bytes;

    /// <summary>There was more than the bound; what was read is not the whole.</summary>
    public bool IsTooLong { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _bytes;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsTooLong)
        {
            return 0;
        }

        var read = await source.ReadAsync(buffer, cancellationToken);
        _bytes += read;
        if (_bytes > bytesMax)
        {
            IsTooLong = true;
            return 0;
        }

        await copy.WriteAsync(buffer[..read], cancellationToken);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
