using Orleans;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Models;

/// <inheritdoc cref="IModelGrain" />
[GrainType("model")]
internal sealed class ModelGrain(GrainRuntime runtime) : DecidedGrain<ModelState>(runtime), IModelGrain
{
    private ModelId Id => ModelId.TryParse(Key.Id, out var id)
        ? id
        : throw new ArgumentException($"'{Key.Id}' is not a model's id.");

    public Task<Result<ModelAnswer>> RegisterAsync(RegisterVersion command, CancellationToken cancel) =>
        DecideAsync(command, (state, context) => ModelDecider.Register(Id, state, command, context), cancel);

    public Task<Result<ModelAnswer>> EditAsync(EditModel command, CancellationToken cancel) =>
        DecideAsync(command, (state, _) => ModelDecider.Edit(Id, state, command), cancel);

    protected override IEnumerable<DbWrite> Project(
        ModelState after, IDomainEvent happened, DecisionContext context) =>
        ModelProjection.Of(Key, Id, happened, context);

    protected override Error OnDuplicate(string constraint) =>
        constraint == ModelProjection.NameConstraint ? ModelErrors.NameTaken : base.OnDuplicate(constraint);
}
