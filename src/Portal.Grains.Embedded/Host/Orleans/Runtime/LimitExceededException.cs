namespace Orleans.Runtime;

/// <summary>A bound of the runtime was reached, such as the length of a mailbox.</summary>
[Serializable]
[GenerateSerializer]
public sealed class LimitExceededException : OrleansException
{
    /// <summary>An error with the usual message.</summary>
    public LimitExceededException()
        : base("Limit exceeded")
    {
    }

    /// <summary>An error with this message.</summary>
    public LimitExceededException(string message)
        : base(message)
    {
    }

    /// <summary>An error with this message and cause.</summary>
    public LimitExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A bound, named, with its figures.</summary>
    public LimitExceededException(string limitName, int current, int threshold, object extraInfo)
        : base($"Limit exceeded {limitName} Current={current} Threshold={threshold} {extraInfo}")
    {
    }
}
