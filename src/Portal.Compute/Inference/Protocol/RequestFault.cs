namespace Portal.Compute.Inference.Protocol;

/// <summary>Why a request is not answered.</summary>
/// <param name="Code">One of <see cref="RequestFaultCode"/>.</param>
/// <param name="Message">The same in plain English; safe to show to the caller.</param>
/// <param name="Input">Name of the tensor or column it is about.</param>
/// <param name="Row">Row from 0 it is about.</param>
public sealed record RequestFault(string Code, string Message, string? Input = null, int? Row = null);
