namespace Orleans;

/// <summary>How long a caller of this method waits.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResponseTimeoutAttribute : Attribute
{
    /// <summary>Sets the wait.</summary>
    /// <param name="timeout">As <see cref="TimeSpan.Parse(string)"/> reads it, such as <c>00:00:05</c>.</param>
    public ResponseTimeoutAttribute(string timeout)
    {
        Timeout = TimeSpan.Parse(timeout, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The wait.</summary>
    public TimeSpan? Timeout { get; init; }
}
