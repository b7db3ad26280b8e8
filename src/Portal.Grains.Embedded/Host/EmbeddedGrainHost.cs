using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using Orleans.Runtime;

namespace Portal.Grains.Embedded;

/// <summary>Holds the activations of grains in this process. Hosts share nothing with each other.</summary>
public sealed class EmbeddedGrainHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<GrainId, Activation> _activations = new();
    private readonly GrainClasses _classes;
    private readonly Lazy<IReadOnlyList<IIncomingGrainCallFilter>> _filters;
    private readonly ITimer _sweep;
    private int _count;
    private int _trimming;
    private volatile bool _stopping;
    private volatile bool _stopped;

    /// <summary>A host whose grains and filters are made from these services.</summary>
    /// <param name="services">Also gives the clock and the log, where registered.</param>
    /// <param name="grainAssemblies">Where the grain classes are.</param>
    /// <param name="options">The bounds.</param>
    /// <exception cref="ArgumentException">A bound is not positive.</exception>
    /// <exception cref="NotSupportedException">A contract's method does not return a task.</exception>
    public EmbeddedGrainHost(
        IServiceProvider services,
        IEnumerable<Assembly> grainAssemblies,
        EmbeddedGrainOptions options)
    {
        options.Validate();
        Services = services;
        Options = options;
        Time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        Logger = services.GetService<ILogger<EmbeddedGrainHost>>() ?? NullLogger<EmbeddedGrainHost>.Instance;
        _classes = new GrainClasses(grainAssemblies, services);
        GrainFactory = new GrainFactory(this, _classes);

        // Late, because a filter may itself want the grain factory.
        _filters = new(() => [.. services.GetServices<IIncomingGrainCallFilter>()]);
        _sweep = Time.CreateTimer(_ => EndIdle(), null, options.SweepInterval, options.SweepInterval);
    }

    /// <summary>Makes references to this host's grains.</summary>
    public IGrainFactory GrainFactory { get; }

    /// <summary>How many activations there are.</summary>
    public int ActivationCount => Volatile.Read(ref _count);

    internal IServiceProvider Services { get; }

    internal EmbeddedGrainOptions Options { get; }

    internal TimeProvider Time { get; }

    internal ILogger Logger { get; }

    internal IReadOnlyList<IIncomingGrainCallFilter> Filters => _filters.Value;

    /// <summary>
    /// Refuses new calls from outside, lets grains finish what waits, calls included that they make of each other, and
    /// ends them. After <see cref="EmbeddedGrainOptions.StopDeadline"/> whatever is left fails.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait early, as the deadline does.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        await _sweep.DisposeAsync();
        using var deadline = new CancellationTokenSource(Options.StopDeadline, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var ending = new Activation.Ending(
            new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The grain host stops."),
            Drain: true,
            either.Token);
        try
        {
            while (!_activations.IsEmpty)
            {
                var activations = _activations.Values;
                foreach (var activation in activations)
                {
                    activation.End(ending);
                }

                await Task.WhenAll(activations.Select(x => x.Deactivated)).WaitAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            Logger.StoppedBusy(ActivationCount);
        }

        _stopped = true;
        foreach (var activation in _activations.Values)
        {
            activation.Abandon(Unavailable());
        }
    }

    /// <summary>Stops, if it was not stopped before.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_stopped)
        {
            await StopAsync(CancellationToken.None);
        }
    }

    internal IAddressable Reference(Type contract, GrainId grainId)
    {
        var grainClass = _classes.Of(grainId.Type);
        return grainClass.Interfaces.Contains(contract)
            ? GrainProxy.Create(this, contract, grainId)
            : throw new ArgumentException($"{grainClass.Type} does not implement {contract}.");
    }

    internal object Send(GrainCall call)
    {
        // A turn in progress may call on while the host drains; new work from outside may not.
        if (_stopped || (_stopping && GrainCall.Current is null))
        {
            call.Fail(Unavailable());
            return call.Returned;
        }

        call.Send(Time, call.Method.Timeout ?? Options.ResponseTimeout, TimeOut);
        Post(call);
        return call.Returned;
    }

    internal void Post(GrainCall call)
    {
        Activation activation;
        do
        {
            if (_stopped)
            {
                call.Fail(Unavailable());
                return;
            }

            activation = ActivationOf(call.TargetId);
        }
        while (!activation.TryPost(call));
    }

    internal void Remove(Activation activation)
    {
        if (_activations.TryRemove(KeyValuePair.Create(activation.GrainId, activation)))
        {
            Interlocked.Decrement(ref _count);
        }
    }

    private static SiloUnavailableException Unavailable() => new("The grain host is stopping.");

    private Activation ActivationOf(GrainId grainId)
    {
        while (true)
        {
            if (_activations.TryGetValue(grainId, out var found))
            {
                if (!found.HasEnded)
                {
                    return found;
                }

                Remove(found);
            }

            var made = new Activation(this, _classes.Of(grainId.Type), grainId);
            if (_activations.TryAdd(grainId, made))
            {
                if (Interlocked.Increment(ref _count) > Options.ActivationsMax)
                {
                    EndLeastRecentlyUsed();
                }

                return made;
            }
        }
    }

    private void TimeOut(GrainCall call)
    {
        if (call.IsCompleted)
        {
            return;
        }

        var explanation = WaitExplanation.Of(
            call,
            call.Method.Timeout ?? Options.ResponseTimeout,
            x => _activations.GetValueOrDefault(x)?.Running);
        if (call.Fail(new TimeoutException(explanation)))
        {
            Logger.CallTimedOut(explanation);
        }
    }

    private void EndIdle()
    {
        var reason = new DeactivationReason(DeactivationReasonCode.ActivationIdle, "Not called for a while.");
        Logger.ActivationsEnd(_activations.Values.Count(x => x.TryEndIdle(Options.IdleAge, reason)));
    }

    // A tenth more than needed, so that the walk over all activations is not made for each new one.
    private void EndLeastRecentlyUsed()
    {
        if (Interlocked.Exchange(ref _trimming, 1) == 1)
        {
            return;
        }

        var reason = new DeactivationReason(DeactivationReasonCode.RuntimeRequested, "Too many activations.");
        var surplus = ActivationCount - Options.ActivationsMax + (Options.ActivationsMax / 10);
        var ended = _activations.Values
            .OrderBy(x => x.LastUsed)
            .Where(x => x.TryEndIdle(TimeSpan.Zero, reason))
            .Take(surplus)
            .Count();
        Volatile.Write(ref _trimming, 0);
        Logger.ActivationsEnd(ended);
    }
}
