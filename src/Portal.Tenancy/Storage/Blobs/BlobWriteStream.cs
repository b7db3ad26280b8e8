using System.Security.Cryptography;

namespace Portal.Tenancy.Storage.Blobs;

/// <summary>Takes plain bytes, hashes them and writes sealed chunks. Only one chunk is held in memory.</summary>
internal sealed class BlobWriteStream : Stream
{
    private readonly FileStream _file;
    private readonly BlobHeader _header;
    private readonly AesGcm _aes;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _plain;
    private readonly byte[] _sealed;
    private int _filled;
    private long _index;
    private long _written;
    private bool _finished;

    public BlobWriteStream(FileStream file, BlobHeader header, byte[] key)
    {
        (_file, _header) = (file, header);
        _aes = new AesGcm(key, BlobHeader.TagBytes);
        _plain = new byte[header.ChunkBytes];
        _sealed = new byte[header.SealedChunkBytes];
        Span<byte> start = stackalloc byte[BlobHeader.Bytes];
        header.Write(start);
        file.Write(start);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => !_finished;

    public override long Length => _written;

    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
    }

    /// <summary>Writes the last chunk and returns SHA-256 of all plain bytes.</summary>
    public async Task<byte[]> FinishAsync(CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        _finished = true;
        await _file.WriteAsync(_sealed.AsMemory(0, Seal(last: true)), cancel);
        return _hash.GetHashAndReset();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        while (buffer.Length > 0)
        {
            // A full chunk waits for more bytes, because only then is it known not to be the last.
            if (_filled == _plain.Length)
            {
                _file.Write(_sealed.AsSpan(0, Seal(last: false)));
            }

            buffer = buffer[Take(buffer)..];
        }
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        while (buffer.Length > 0)
        {
            if (_filled == _plain.Length)
            {
                await _file.WriteAsync(_sealed.AsMemory(0, Seal(last: false)), cancellationToken);
            }

            buffer = buffer[Take(buffer.Span)..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Releases the cipher; the writer calls it, so that disposing the stream early does no harm.</summary>
    public void Release()
    {
        _finished = true;
        _aes.Dispose();
        _hash.Dispose();
        CryptographicOperations.ZeroMemory(_plain);
    }

    private int Take(ReadOnlySpan<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _plain.Length - _filled);
        buffer[..count].CopyTo(_plain.AsSpan(_filled));
        _hash.AppendData(buffer[..count]);
        _filled += count;
        _written += count;
        return count;
    }

    private int Seal(bool last)
    {
        Span<byte> nonce = stackalloc byte[BlobHeader.NonceBytes];
        Span<byte> binding = stackalloc byte[BlobHeader.BindingBytes];
        BlobHeader.Nonce(nonce, _index);
        _header.Binding(binding, _index, last);
        _aes.Encrypt(
            nonce,
            _plain.AsSpan(0, _filled),
            _sealed.AsSpan(0, _filled),
            _sealed.AsSpan(_filled, BlobHeader.TagBytes),
            binding);
        var length = _filled + BlobHeader.TagBytes;
        _filled = 0;
        _index++;
        return length;
    }
}
