namespace Orleans.Serialization.Invocation;

/// <summary>Holds the object that a request is invoked on.</summary>
public interface ITargetHolder
{
    /// <summary>The object, or null before it was made.</summary>
    object? GetTarget();

    /// <summary>A component of the holder, or null.</summary>
    /// <param name="componentType">The component's type.</param>
    object? GetComponent(Type componentType);
}
