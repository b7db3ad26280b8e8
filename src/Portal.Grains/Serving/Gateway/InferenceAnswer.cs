using System.Buffers;
using Portal.Compute.Inference;
using Portal.Compute.Inference.Protocol;
using Portal.Grains.Keys;
using Portal.Grains.Serving.Routing;

namespace Portal.Grains.Serving.Gateway;

/// <summary>An answer that is ready to be written.</summary>
public sealed class InferenceAnswer
{
    private readonly InferenceCall _call;
    private readonly LoadedModel _model;
    private readonly InferenceRequest _request;
    private readonly InferenceResult _result;

    internal InferenceAnswer(
        InferenceCall call, LoadedModel model, int revision, InferenceRequest request, InferenceResult result,
        Guid requestId)
    {
        (_call, _model, _request, _result) = (call, model, request, result);
        Revision = revision;
        RequestId = requestId.ToString("N");
    }

    /// <summary>The model that answered.</summary>
    public ModelId Model => _model.Key.Model;

    /// <summary>Its version.</summary>
    public int Version => _model.Key.Version;

    /// <summary>The revision of the endpoint that sent the request there.</summary>
    public int Revision { get; }

    /// <summary>Names the request in logs.</summary>
    public string RequestId { get; }

    /// <summary>Writes the body as JSON.</summary>
    public void WriteTo(IBufferWriter<byte> to)
    {
        var signature = _model.Runner.Signature;
        if (_call.Form is InferenceForm.Rows)
        {
            RowsWriter.WriteResponse(to, _result, signature);
        }
        else
        {
            OpenInferenceWriter.WriteResponse(
                to, _call.Endpoint, Version.ToString(System.Globalization.CultureInfo.InvariantCulture), _request,
                _result, signature);
        }
    }
}
