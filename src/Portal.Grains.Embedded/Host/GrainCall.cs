using System.Reflection;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Portal.Grains.Embedded;

/// <summary>A message: the request, who waits for the answer, and the turn that sent it.</summary>
internal sealed class GrainCall(GrainMethod method, GrainId targetId, object?[] arguments) : IInvokable
{
    private static readonly AsyncLocal<GrainCall?> Turn = new();

    private readonly Completion _completion = method.NewCompletion();
    private ITimer? _timeout;
    private CancellationTokenRegistration _cancellation;

    /// <summary>The call whose turn this code runs in, or null outside turns.</summary>
    public static GrainCall? Current
    {
        get => Turn.Value;
        set => Turn.Value = value;
    }

    public GrainMethod Method => method;

    public GrainId TargetId => targetId;

    public object?[] Arguments => arguments;

    public GrainId? SourceId { get; private set; }

    /// <summary>The call whose turn sent this one, while this one is on its way.</summary>
    public GrainCall? Caller { get; private set; }

    /// <summary>The last call that this one's turn sent.</summary>
    public GrainCall? Outgoing { get; private set; }

    public Dictionary<string, object>? Context { get; private set; }

    public IGrainBase? Target { get; set; }

    public bool IsCompleted => _completion.IsCompleted;

    public object Returned => _completion.Returned;

    public void Send(TimeProvider time, TimeSpan timeout, Action<GrainCall> onTimeout)
    {
        Context = RequestContext.Capture();
        Caller = Current;
        SourceId = Caller?.TargetId;
        Caller?.Outgoing = this;
        _timeout = time.CreateTimer(_ => onTimeout(this), null, timeout, Timeout.InfiniteTimeSpan);
        var token = GetCancellationToken();
        if (token.CanBeCanceled)
        {
            _cancellation = token.UnsafeRegister(
                static (call, token) => ((GrainCall)call!).Cancel(token),
                this);
        }
    }

    public void Answer(object? result)
    {
        if (_completion.TrySetResult(result))
        {
            Release();
        }
    }

    public bool Fail(Exception exception)
    {
        var first = _completion.TrySetException(exception);
        if (first)
        {
            Release();
        }

        return first;
    }

    public void Cancel(CancellationToken cancellationToken)
    {
        if (_completion.TrySetCanceled(cancellationToken))
        {
            Release();
        }
    }

    /// <summary>Lets go of the callers, so that a chain of calls that nobody awaits does not grow for ever.</summary>
    public void EndTurn()
    {
        Caller = null;
        Outgoing = null;
    }

    public object? GetTarget() => Target;

    public int GetArgumentCount() => arguments.Length;

    public object? GetArgument(int index) => arguments[index];

    public void SetArgument(int index, object value) => arguments[index] = value;

    public string GetMethodName() => method.Method.Name;

    public string GetInterfaceName() => method.InterfaceName;

    public MethodInfo GetMethod() => method.Method;

    public Type GetInterfaceType() => method.Interface;

    public TimeSpan? GetDefaultResponseTimeout() => method.Timeout;

    public CancellationToken GetCancellationToken() =>
        method.TokenIndex >= 0 && arguments[method.TokenIndex] is CancellationToken token ? token : default;

    public void Dispose() => Release();

    public override string ToString() => $"{targetId}.{method.Method.Name}";

    private void Release()
    {
        _timeout?.Dispose();

        // Not Dispose: it would wait for the callback, which may be the one running this.
        _cancellation.Unregister();
    }
}
