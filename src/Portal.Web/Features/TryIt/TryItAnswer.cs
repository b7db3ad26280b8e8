using Portal.Web.Features.Inference;

namespace Portal.Web.Features.TryIt;

/// <summary>What was answered, by which version, and the request's body as a machine would send it.</summary>
public sealed record TryItAnswer(Prediction Prediction, int Version);
