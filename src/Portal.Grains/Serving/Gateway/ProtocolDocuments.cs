using System.Buffers;
using Portal.Compute.Inference.Protocol;

namespace Portal.Grains.Serving.Gateway;

/// <summary>Documents of the Open Inference Protocol, version 2, that need no model.</summary>
public static class ProtocolDocuments
{
    /// <summary>Metadata of the server.</summary>
    public static void WriteServer(IBufferWriter<byte> to, string name, string version) =>
        OpenInferenceWriter.WriteServerMetadata(to, name, version);

    /// <summary>Whether the server is live or ready.</summary>
    public static void WriteHealth(IBufferWriter<byte> to, bool healthy) =>
        OpenInferenceWriter.WriteHealth(to, healthy);

    /// <summary>Whether an endpoint may be asked.</summary>
    public static void WriteReady(IBufferWriter<byte> to, string endpoint, bool ready) =>
        OpenInferenceWriter.WriteModelReady(to, endpoint, ready);

    /// <summary>An error.</summary>
    public static void WriteError(IBufferWriter<byte> to, string message) =>
        OpenInferenceWriter.WriteError(to, message);
}
