using Portal.Compute.Inference;
using Portal.Grains.Models;

namespace Portal.Grains.Serving.Routing;

/// <summary>A model in memory that has answered once.</summary>
internal sealed record LoadedModel(ModelKey Key, ModelVersion Version, ModelRunner Runner, long Bytes);
