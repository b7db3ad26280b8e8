namespace Orleans.Runtime;

/// <summary>Base of the runtime's own errors.</summary>
[Serializable]
[GenerateSerializer]
public class OrleansException : Exception
{
    /// <summary>An unexpected error.</summary>
    public OrleansException()
        : base("Unexpected error.")
    {
    }

    /// <summary>An error with this message.</summary>
    public OrleansException(string message)
        : base(message)
    {
    }

    /// <summary>An error with this message and cause.</summary>
    public OrleansException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
