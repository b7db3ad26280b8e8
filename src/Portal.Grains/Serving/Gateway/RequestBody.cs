using System.Buffers;
using System.IO.Pipelines;

namespace Portal.Grains.Serving.Gateway;

/// <summary>Reads a body up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>The whole body; null when it is longer than <paramref name="bytesMax"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(PipeReader body, int bytesMax, CancellationToken cancel)
    {
        var whole = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await body.ReadAsync(cancel);
            var tooLong = whole.WrittenCount + read.Buffer.Length > bytesMax;
            if (!tooLong)
            {
                foreach (var part in read.Buffer)
                {
                    whole.Write(part.Span);
                }
            }

            body.AdvanceTo(read.Buffer.End);
            if (tooLong)
            {
                return null;
            }

            if (read.IsCompleted)
            {
                return whole.WrittenMemory;
            }
        }
    }
}
