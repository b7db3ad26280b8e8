using System.Buffers.Binary;

namespace Portal.Grains.Workers;

/// <summary>
/// A message between portal and worker: one byte of kind, four bytes of length (big endian), the payload.
/// </summary>
internal sealed record Frame(char Kind, byte[] Payload)
{
    /// <summary>Longest payload that is taken.</summary>
    public const int LengthMax = 512 * 1024 * 1024;

    private const int HeaderLength = 5;

    /// <summary>Writes it whole.</summary>
    public static void Write(Stream to, char kind, ReadOnlySpan<byte> payload)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        header[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(header[1..], payload.Length);
        to.Write(header);
        to.Write(payload);
        to.Flush();
    }

    /// <summary>The next one; null at the end. Throws <see cref="InvalidDataException"/> on anything else.</summary>
    public static async Task<Frame?> ReadAsync(Stream from, CancellationToken cancel)
    {
        var header = new byte[HeaderLength];
        var got = await from.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancel);
        if (got == 0)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1));
        if (got < HeaderLength || length is < 0 or > LengthMax)
        {
            throw new InvalidDataException("A worker's message is damaged.");
        }

        var payload = new byte[length];
        if (await from.ReadAtLeastAsync(payload, length, throwOnEndOfStream: false, cancel) < length)
        {
            throw new InvalidDataException("A worker's message is cut off.");
        }

        return new Frame((char)header[0], payload);
    }
}
