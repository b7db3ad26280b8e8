using System.Reflection;

namespace Orleans.Serialization.Invocation;

/// <summary>A request: a method and its arguments.</summary>
public interface IInvokable : IDisposable
{
    /// <summary>The object that the request is invoked on, or null before it is known.</summary>
    object? GetTarget();

    /// <summary>How many arguments there are.</summary>
    int GetArgumentCount();

    /// <summary>The argument at a position.</summary>
    /// <param name="index">From 0.</param>
    object? GetArgument(int index);

    /// <summary>Replaces the argument at a position.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="value">Must be of the parameter's type.</param>
    void SetArgument(int index, object value);

    /// <summary>The method's name.</summary>
    string GetMethodName();

    /// <summary>The interface's full name.</summary>
    string GetInterfaceName();

    /// <summary>The interface's method.</summary>
    MethodInfo GetMethod();

    /// <summary>The interface.</summary>
    Type GetInterfaceType();

    /// <summary>How long the caller waits, where the method says so.</summary>
    TimeSpan? GetDefaultResponseTimeout() => default;

    /// <summary>The call's cancellation token, if the method takes one.</summary>
    CancellationToken GetCancellationToken() => default;
}
