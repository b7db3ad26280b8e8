namespace Portal.Compute.Inference.Protocol;

/// <summary>Carries a fault from inside a reader to its door; never leaves this folder.</summary>
internal sealed class RequestFaultException(RequestFault fault) : Exception(fault.Message)
{
    public RequestFaultException(string code, string message, string? input = null, int? row = null)
        : this(new RequestFault(code, message, input, row))
    {
    }

    public RequestFault Fault { get; } = fault;
}
