namespace Portal.Grains.Tests.Datasets;

/// <summary>A CSV file of a given length that is made while it is read.</summary>
internal sealed class EndlessCsv(long length) : Stream
{
    private static readonly byte[] Line = "12,ab\n"u8.ToArray();
    private long _at;

    public bool BreaksAtItsEnd { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = (int)Math.Min(buffer.Length, length - _at);
        if (count == 0 && BreaksAtItsEnd)
        {
            throw new IOException("The connection is gone.");
        }

        var span = buffer.Span;
        for (var i = 0; i < count; i++)
        {
            span[i] = Line[(_at + i) % Line.Length];
        }

        _at += count;
        return ValueTask.FromResult(count);
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Only asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
