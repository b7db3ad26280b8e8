using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;

namespace Portal.Grains.Embedded;

/// <summary>
/// One activation: a bounded mailbox and a scheduler that runs one piece of the grain's code at a time. The next
/// message starts when the previous one's task has completed.
/// </summary>
internal sealed partial class Activation : IGrainContext
{
    [ThreadStatic]
    private static Activation? _beingMade;

    private readonly Lock _gate = new();
    private readonly Queue<GrainCall> _mailbox = new();
    private readonly TaskScheduler _turns = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
    private readonly TaskCompletionSource _deactivated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly GrainClass _class;
    private AsyncServiceScope? _scope;
    private IGrainBase? _grain;
    private bool _pumping;
    private bool _ended;
    private Ending? _ending;
    private long _lastUsed;

    public Activation(EmbeddedGrainHost host, GrainClass grainClass, GrainId grainId)
    {
        Host = host;
        GrainId = grainId;
        _class = grainClass;
        _lastUsed = host.Time.GetTimestamp();
    }

    /// <summary>The activation whose grain is being constructed on this thread.</summary>
    public static Activation? Current => _beingMade;

    public EmbeddedGrainHost Host { get; }

    public GrainId GrainId { get; }

    public object? GrainInstance => _grain;

    public IServiceProvider ActivationServices => _scope?.ServiceProvider
        ?? throw new InvalidOperationException($"Grain {GrainId} is not active.");

    public Task Deactivated => _deactivated.Task;

    /// <summary>The call whose turn it is.</summary>
    public GrainCall? Running { get; private set; }

    /// <summary>Timestamp of the end of the last turn.</summary>
    public long LastUsed => Volatile.Read(ref _lastUsed);

    public bool HasEnded
    {
        get
        {
            lock (_gate)
            {
                return _ended;
            }
        }
    }

    public static Activation Of(IGrainContext? context) => context as Activation
        ?? throw new InvalidOperationException("The grain was not made by a grain host.");

    /// <summary>Takes a message.</summary>
    /// <returns>False when the activation has ended and another must take it.</returns>
    public bool TryPost(GrainCall call)
    {
        int waiting;
        lock (_gate)
        {
            if (_ended)
            {
                return false;
            }

            waiting = _mailbox.Count;
            if (waiting < Host.Options.MailboxMax)
            {
                _mailbox.Enqueue(call);
                StartPump();
                return true;
            }
        }

        call.Fail(new LimitExceededException("Mailbox", waiting, Host.Options.MailboxMax, GrainId.ToString()));
        return true;
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) =>
        End(new Ending(deactivationReason, Drain: false, cancellationToken));

    /// <summary>Ends after the turn in progress, or, draining, after all messages that wait.</summary>
    public void End(Ending ending)
    {
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            _ending ??= ending;
            StartPump();
        }
    }

    /// <summary>Ends if nothing runs or waits here and the last turn is this long ago.</summary>
    public bool TryEndIdle(TimeSpan idleFor, DeactivationReason reason)
    {
        lock (_gate)
        {
            if (_pumping || _ended || Host.Time.GetElapsedTime(_lastUsed) < idleFor)
            {
                return false;
            }

            _ending ??= new Ending(reason, Drain: false, CancellationToken.None);
            StartPump();
            return true;
        }
    }

    /// <summary>Fails all messages, the running one included; its code may go on, unheard.</summary>
    public void Abandon(Exception exception)
    {
        FailWaiting(exception);
        Running?.Fail(exception);
    }

    public object? GetTarget() => _grain;

    public object? GetComponent(Type componentType) => componentType.IsInstanceOfType(_grain) ? _grain : null;

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => GrainId.ToString();

    private void FailWaiting(Exception exception)
    {
        GrainCall[] waiting;
        lock (_gate)
        {
            waiting = [.. _mailbox];
            _mailbox.Clear();
        }

        foreach (var call in waiting)
        {
            call.Fail(exception);
        }
    }

    internal sealed record Ending(DeactivationReason Reason, bool Drain, CancellationToken CancellationToken);
}
