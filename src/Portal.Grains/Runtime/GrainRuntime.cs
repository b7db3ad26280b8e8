using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Runtime;

/// <summary>What every grain of one cell stands on.</summary>
public sealed class GrainRuntime(ICell cell, EventCodec codec, TimeProvider clock)
{
    /// <summary>How often a command decides again when a stream that it relied on has moved.</summary>
    internal const int AttemptsMax = 5;

    /// <summary>The cell.</summary>
    public ICell Cell => cell;

    /// <summary>Events to rows and back.</summary>
    public EventCodec Codec => codec;

    /// <summary>The time.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Folds a stream, from <paramref name="state"/> at <paramref name="version"/> on.</summary>
    public async Task<Seen<TState>> FoldAsync<TState>(
        GrainKey key, TState state, long version, CancellationToken cancel)
        where TState : class, IGrainState<TState>
    {
        var stream = key.ToString();
        var rows = await cell.Events.ReadAsync(key.Tenant, stream, version, cancel);
        foreach (var row in rows)
        {
            if (codec.Decode(row) is { } happened)
            {
                state = state.Apply(happened);
            }

            version = row.Version;
        }

        return new(state, stream, version);
    }

    /// <summary>The state of another stream, to decide on and to expect.</summary>
    public Task<Seen<TState>> LookAsync<TState>(GrainKey key, CancellationToken cancel)
        where TState : class, IGrainState<TState> => FoldAsync(key, TState.Empty, 0, cancel);

    internal Guid NewId() => PublicId.New(clock);
}
