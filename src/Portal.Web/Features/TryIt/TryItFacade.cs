using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Portal.Grains.Serving.Gateway;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Calls;
using Portal.Web.Features.Inference;

namespace Portal.Web.Features.TryIt;

internal sealed class TryItFacade(ICaller caller, InferenceGateway gateway, EndpointExamples examples) : ITryItFacade
{
    public async Task<Result<TryItForm>> DescribeAsync(string endpoint, CancellationToken cancel)
    {
        var principal = (await caller.BeginAsync(cancel)).Principal;
        var found = await gateway.DescribeAsync(principal, endpoint, null, cancel);
        if (!found.Ok)
        {
            return found.Error;
        }

        var typical = await examples.TypicalAsync(principal, endpoint, cancel);
        var version = found.Value.Version;
        return new TryItForm(
            endpoint, found.Value.Environment, version.Number, version.Target, version.Signature.Inputs,
            typical.Value ?? ImmutableDictionary<string, string>.Empty);
    }

    public async Task<Result<TryItAnswer>> PredictAsync(string endpoint, string body, CancellationToken cancel)
    {
        var principal = (await caller.BeginAsync(cancel)).Principal;
        var reader = PipeReader.Create(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(body)));
        var answer = await gateway.PredictAsync(principal, new(endpoint, InferenceForm.Rows), reader, cancel);
        return answer.Map(a =>
        {
            var written = new ArrayBufferWriter<byte>();
            a.WriteTo(written);
            var response = JsonSerializer.Deserialize<PredictResponse>(written.WrittenSpan, PortalJson.Options)!;
            return new TryItAnswer(response.Predictions[0], a.Version);
        });
    }
}
