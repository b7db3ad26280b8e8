using System.Buffers.Binary;

namespace Portal.Tenancy.Storage.Blobs;

/// <summary>
/// The start of a blob's file: magic, chunk size in plain bytes, id of its key. Then come chunks of ciphertext ‖
/// 16-byte tag, each bound to the header, its index and whether it is the last.
/// </summary>
internal readonly record struct BlobHeader(int ChunkBytes, Guid KeyId)
{
    public const int Bytes = 24;
    public const int TagBytes = 16;
    public const int NonceBytes = 12;
    public const int BindingBytes = Bytes + 9;
    private const uint Magic = 0x50544C42; // "PTLB", the first version.
    private const int SmallestChunk = 64 * 1024;
    private const int LargestChunk = 1024 * 1024;

    /// <summary>The name of the blob's key in the key store.</summary>
    public string Key => $"blob_{KeyId:N}";

    public int SealedChunkBytes => ChunkBytes + TagBytes;

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32BigEndian(target, Magic);
        BinaryPrimitives.WriteInt32BigEndian(target[4..], ChunkBytes);
        KeyId.TryWriteBytes(target[8..], bigEndian: true, out _);
    }

    public static BlobHeader Read(ReadOnlySpan<byte> source)
    {
        var chunk = BinaryPrimitives.ReadInt32BigEndian(source[4..]);
        return BinaryPrimitives.ReadUInt32BigEndian(source) == Magic && chunk is >= SmallestChunk and <= LargestChunk
            ? new BlobHeader(chunk, new Guid(source.Slice(8, 16), bigEndian: true))
            : throw new InvalidDataException("The file is no blob.");
    }

    /// <summary>
    /// A counter is a safe nonce because every blob has a key of its own and no chunk is written twice.
    /// </summary>
    public static void Nonce(Span<byte> target, long index)
    {
        target.Clear();
        BinaryPrimitives.WriteInt64BigEndian(target[4..], index);
    }

    public void Binding(Span<byte> target, long index, bool last)
    {
        Write(target);
        BinaryPrimitives.WriteInt64BigEndian(target[Bytes..], index);
        target[^1] = last ? (byte)1 : (byte)0;
    }
}
