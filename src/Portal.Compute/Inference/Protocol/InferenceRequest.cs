namespace Portal.Compute.Inference.Protocol;

/// <summary>A request that was read and checked.</summary>
/// <param name="Id">Identifier to give back; null when there was none.</param>
/// <param name="Batch">The rows.</param>
/// <param name="Outputs">Names of the outputs asked for, in order; all of them when none was named.</param>
public sealed record InferenceRequest(string? Id, InferenceBatch Batch, IReadOnlyList<string> Outputs);
