using System.Text;

namespace Portal.Compute.Tests.Data;

/// <summary>A start, then one line of a given length that is never held in memory.</summary>
internal sealed class EndlessLineStream(string start, long lineBytes) : Stream
{
    private readonly byte[] _start = Encoding.UTF8.GetBytes(start);

    public long BytesGiven { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => BytesGiven; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var given = 0;
        for (; given < buffer.Length && BytesGiven < _start.Length + lineBytes; given++, BytesGiven++)
        {
            buffer[given] = BytesGiven < _start.Length ? _start[BytesGiven] : (byte)'x';
        }

        return given;
    }

    // Completes at once, so that the reading thread's allocations are all of them.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
