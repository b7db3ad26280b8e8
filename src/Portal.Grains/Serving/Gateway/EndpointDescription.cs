using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Portal.Compute.Inference.Protocol;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Serving.Routing;

namespace Portal.Grains.Serving.Gateway;

/// <summary>What answers at an endpoint at this moment.</summary>
public sealed class EndpointDescription
{
    private readonly Route _route;
    private readonly LoadedModel _model;

    internal EndpointDescription(Route route, LoadedModel model) => (_route, _model) = (route, model);

    /// <summary>The endpoint's name.</summary>
    public string Endpoint => _route.Revision.Endpoint;

    /// <summary>dev, staging or production.</summary>
    public string Environment => _route.Revision.Environment;

    /// <summary>The deployment behind it.</summary>
    public DeploymentId Deployment => _route.Revision.Deployment;

    /// <summary>The revision that answers.</summary>
    public int Revision => _route.Revision.Revision;

    /// <summary>The model.</summary>
    public ModelId Model => _model.Key.Model;

    /// <summary>The version with the largest share, or the one that was asked for.</summary>
    public ModelVersion Version => _model.Version;

    /// <summary>All versions that have a share.</summary>
    public ImmutableArray<int> Versions => [.. _route.Targets.Select(t => t.Model.Key.Version).Order()];

    /// <summary>Writes the metadata document of the Open Inference Protocol.</summary>
    public void WriteMetadataTo(IBufferWriter<byte> to) => OpenInferenceWriter.WriteModelMetadata(
        to, Endpoint, Versions.Select(v => v.ToString(CultureInfo.InvariantCulture)), _model.Runner.Signature);
}
