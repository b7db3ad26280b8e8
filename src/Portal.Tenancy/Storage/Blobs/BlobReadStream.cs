using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Portal.Tenancy.Storage.Blobs;

/// <summary>
/// Opens sealed chunks one at a time; seeking costs one chunk. A changed, cut or reordered file throws
/// <see cref="InvalidDataException"/> when the chunk in question is read.
/// </summary>
internal sealed class BlobReadStream : Stream
{
    private readonly SafeFileHandle _file;
    private readonly BlobHeader _header;
    private readonly AesGcm _aes;
    private readonly byte[] _plain;
    private readonly byte[] _sealed;
    private readonly long _chunks;
    private readonly long _length;
    private long _position;
    private long _loaded = -1;
    private int _loadedBytes;

    public BlobReadStream(SafeFileHandle file, BlobHeader header, byte[] key)
    {
        (_file, _header) = (file, header);
        _aes = new AesGcm(key, BlobHeader.TagBytes);
        _plain = new byte[header.ChunkBytes];
        _sealed = new byte[header.SealedChunkBytes];
        var payload = RandomAccess.GetLength(file) - BlobHeader.Bytes;
        _chunks = (payload + header.SealedChunkBytes - 1) / header.SealedChunkBytes;
        _length = payload - (_chunks * BlobHeader.TagBytes);
        if (_chunks < 1 || payload - ((_chunks - 1) * header.SealedChunkBytes) < BlobHeader.TagBytes)
        {
            throw new InvalidDataException("The blob is cut short.");
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        if (!Pending(buffer.Length, out var index))
        {
            return 0;
        }

        if (index != _loaded)
        {
            var filled = 0;
            for (int read; (read = RandomAccess.Read(_file, _sealed.AsSpan(filled), FileOffset(index) + filled)) > 0;)
            {
                filled += read;
            }

            Open(index, filled);
        }

        return Copy(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!Pending(buffer.Length, out var index))
        {
            return 0;
        }

        if (index != _loaded)
        {
            var filled = 0;
            for (int read; (read = await RandomAccess.ReadAsync(
                _file, _sealed.AsMemory(filled), FileOffset(index) + filled, cancellationToken)) > 0;)
            {
                filled += read;
            }

            Open(index, filled);
        }

        return Copy(buffer.Span);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            SeekOrigin.End => _length + offset,
            _ => throw new ArgumentOutOfRangeException(nameof(origin)),
        };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        return _position = target;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
            _aes.Dispose();
            CryptographicOperations.ZeroMemory(_plain);
        }

        base.Dispose(disposing);
    }

    // The last chunk is opened even when it is empty: only its tag proves that nothing is missing behind.
    private bool Pending(int wanted, out long index)
    {
        index = Math.Min(_position / _header.ChunkBytes, _chunks - 1);
        return wanted > 0 && (_position < _length || (_position == _length && _loaded != _chunks - 1));
    }

    private long FileOffset(long index) => BlobHeader.Bytes + (index * _header.SealedChunkBytes);

    private int Copy(Span<byte> buffer)
    {
        var start = _position - (_loaded * _header.ChunkBytes);
        if (start >= _loadedBytes)
        {
            return 0;
        }

        var count = (int)Math.Min(buffer.Length, _loadedBytes - start);
        _plain.AsSpan((int)start, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    private void Open(long index, int read)
    {
        var last = index == _chunks - 1;
        if (read < BlobHeader.TagBytes || (!last && read < _header.SealedChunkBytes))
        {
            throw new InvalidDataException("The blob is cut short.");
        }

        Span<byte> nonce = stackalloc byte[BlobHeader.NonceBytes];
        Span<byte> binding = stackalloc byte[BlobHeader.BindingBytes];
        BlobHeader.Nonce(nonce, index);
        _header.Binding(binding, index, last);
        var bytes = read - BlobHeader.TagBytes;
        _loaded = -1;
        try
        {
            _aes.Decrypt(
                nonce,
                _sealed.AsSpan(0, bytes),
                _sealed.AsSpan(bytes, BlobHeader.TagBytes),
                _plain.AsSpan(0, bytes),
                binding);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new InvalidDataException("The blob was altered or cut short.", e);
        }

        (_loaded, _loadedBytes) = (index, bytes);
    }
}
