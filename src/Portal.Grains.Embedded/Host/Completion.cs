namespace Portal.Grains.Embedded;

/// <summary>The caller's side of a call: what the proxy returned, to be completed once.</summary>
internal abstract class Completion
{
    /// <summary>A task of the method's own return type.</summary>
    public abstract object Returned { get; }

    public abstract bool IsCompleted { get; }

    /// <exception cref="InvalidCastException">A filter set an answer of another type.</exception>
    public abstract bool TrySetResult(object? result);

    public abstract bool TrySetException(Exception exception);

    public abstract bool TrySetCanceled(CancellationToken cancellationToken);
}
