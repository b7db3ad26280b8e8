using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Orleans;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;
using Portal.Tenancy.Storage.Events;

namespace Portal.Grains.Runtime;

/// <summary>
/// The one shape of a grain: load, decide, commit, answer. The activation's state is a cache for deciding; the version
/// of the stream is the fence, so any number of nodes may hold the same grain.
/// </summary>
internal abstract class DecidedGrain<TState>(GrainRuntime runtime) : Grain
    where TState : class, IGrainState<TState>
{
    private TState _state = TState.Empty;
    private long _version;

    /// <summary>The runtime of this grain's cell.</summary>
    protected GrainRuntime Runtime => runtime;

    /// <summary>This grain's key.</summary>
    protected GrainKey Key => GrainKey.Parse(this.GetPrimaryKeyString());

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        await CatchUpAsync(cancellationToken);

    /// <summary>Decides on this stream alone.</summary>
    protected Task<Result<T>> DecideAsync<T>(
        object request, Func<TState, DecisionContext, Result<Decision<T>>> decide, CancellationToken cancel) =>
        DecideAsync(request, (state, context, _) => Task.FromResult(decide(state, context)), cancel);

    /// <summary>
    /// Decides on this stream and on what <paramref name="decide"/> looks up; it must name every other stream that it
    /// relied on in <see cref="Decision{T}.Expects"/>. <paramref name="request"/> is hashed for idempotency.
    /// </summary>
    protected async Task<Result<T>> DecideAsync<T>(
        object request,
        Func<TState, DecisionContext, CancellationToken, Task<Result<Decision<T>>>> decide,
        CancellationToken cancel)
    {
        var call = CallContext.Current;
        for (var attempt = 0; attempt < GrainRuntime.AttemptsMax; attempt++)
        {
            var context = new DecisionContext(call.Principal, runtime.Clock.GetUtcNow(), _version, runtime.NewId);
            var decided = call.IfVersion is { } seen && seen != _version
                ? Stale(seen)
                : await decide(_state, context, cancel);
            if (!decided.Ok)
            {
                if (await CatchUpAsync(cancel))
                {
                    continue; // The refusal rested on an old state.
                }

                return await RepeatedAsync<T>(call, request, cancel) ?? decided.Error;
            }

            if (decided.Value.IsNothing && await CatchUpAsync(cancel))
            {
                continue; // That nothing was to do rested on an old state.
            }

            var outcome = await CommitAsync(call, request, context, decided.Value, cancel);
            switch (outcome.Status)
            {
                case AppendStatus.Committed:
                    return decided.Value.Answer;
                case AppendStatus.Moved:
                    await CatchUpAsync(cancel);
                    break;
                case AppendStatus.Repeated:
                    return await RepeatedAsync<T>(call, request, cancel)
                        ?? new Conflict("command-id-reused", "This idempotency key is in use; send a new one.");
                case AppendStatus.Duplicate:
                    return OnDuplicate(outcome.Constraint ?? string.Empty);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return new Conflict("too-much-contention", "Others changed this at the same moment. Please try again.");
    }

    /// <summary>The state as of now: the activation's own after comparing its version with the stream's head.</summary>
    protected async Task<Seen<TState>> FreshAsync(CancellationToken cancel)
    {
        await CatchUpAsync(cancel);
        return new(_state, Key.ToString(), _version);
    }

    /// <summary>Statements that keep the read models in step with <paramref name="happened"/>.</summary>
    protected virtual IEnumerable<DbWrite> Project(TState after, IDomainEvent happened, DecisionContext context) => [];

    /// <summary>The refusal for a unique name that is taken.</summary>
    protected virtual Error OnDuplicate(string constraint) =>
        new Conflict("already-exists", "Something with this name exists already. Choose another name.");

    private static Error Stale(long seen) =>
        new Conflict("version-mismatch", $"It changed since version {seen}, which you saw. Load it again.");

    private async Task<bool> CatchUpAsync(CancellationToken cancel)
    {
        var now = await runtime.FoldAsync(Key, _state, _version, cancel);
        var moved = now.Version != _version;
        (_state, _version) = (now.State, now.Version);
        return moved;
    }

    private async Task<AppendOutcome> CommitAsync<T>(
        CallContext call, object request, DecisionContext context, Decision<T> decision, CancellationToken cancel)
    {
        if (decision.IsNothing)
        {
            return new(AppendStatus.Committed, _version);
        }

        var key = Key;
        var after = _state;
        var rows = ImmutableArray.CreateBuilder<NewEvent>(decision.Events.Length);
        var writes = ImmutableArray.CreateBuilder<DbWrite>();
        foreach (var happened in decision.Events)
        {
            after = after.Apply(happened);
            rows.Add(runtime.Codec.Encode(key, happened, runtime.NewId()));
            writes.AddRange(Project(after, happened, context));
        }

        writes.AddRange(decision.Writes);
        var outcome = await runtime.Cell.Events.AppendAsync(
            new(call.Principal, key.ToString(), _version, rows.ToImmutable())
            {
                Expects = decision.Expects,
                Writes = writes.ToImmutable(),
                Due = decision.Due,
                Command = call.CommandId is { } id ? Record(id, request, decision.Answer) : null,
                CorrelationId = call.CorrelationId,
                CausationId = call.CausationId,
            },
            cancel);
        if (outcome.Status is AppendStatus.Committed)
        {
            (_state, _version) = (after, outcome.Version);
        }

        return outcome;
    }

    private async Task<Result<T>?> RepeatedAsync<T>(CallContext call, object request, CancellationToken cancel)
    {
        if (call.CommandId is not { } id
            || await runtime.Cell.Events.FindCommandAsync(call.Principal.Tenant, call.Principal.Actor, id, cancel)
                is not { } first)
        {
            return null;
        }

        return first.RequestHash.AsSpan().SequenceEqual(Hash(request))
            ? JsonSerializer.Deserialize<T>(first.Response, PortalJson.Options)!
            : new Conflict("command-id-reused", "This idempotency key came with another request before.");
    }

    private CommandRecord Record<T>(string id, object request, T answer) =>
        new(id, Hash(request), JsonSerializer.Serialize(answer, PortalJson.Options));

    private byte[] Hash(object request) => SHA256.HashData(
        [.. JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), PortalJson.Options),
         .. System.Text.Encoding.UTF8.GetBytes(request is ICreateCommand ? string.Empty : Key.ToString()),
         .. System.Text.Encoding.UTF8.GetBytes(request.GetType().FullName!)]);
}
