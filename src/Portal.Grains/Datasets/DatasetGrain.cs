using Orleans;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Datasets;

/// <inheritdoc cref="IDatasetGrain" />
[GrainType("dataset")]
internal sealed class DatasetGrain(GrainRuntime runtime)
    : DecidedGrain<DatasetState>(runtime), IDatasetGrain
{
    private DatasetId Id => DatasetId.TryParse(Key.Id, out var id)
        ? id
        : throw new ArgumentException($"'{Key.Id}' is not a dataset's id.");

    public Task<Result<Unit>> ExpectBlobAsync(CancellationToken cancel) =>
        DecideAsync(nameof(ExpectBlobAsync), (_, context) => DatasetDecider.ExpectBlob(Id, context), cancel);

    // The profile follows from the rest; leaving it out keeps the hash of a repeated request cheap.
    public Task<Result<DatasetAdded>> CreateAsync(CreateDataset command, CancellationToken cancel) =>
        DecideAsync(
            command with { Content = command.Content with { Profile = string.Empty } },
            (state, context) => WithProfile(DatasetDecider.Create(Id, state, command, context), command.Content),
            cancel);

    public Task<Result<DatasetAdded>> AddVersionAsync(IngestedContent content, CancellationToken cancel) =>
        DecideAsync(
            content with { Profile = string.Empty },
            (state, context) => WithProfile(DatasetDecider.AddVersion(Id, state, content, context), content),
            cancel);

    public Task<Result<Unit>> RenameAsync(string name, CancellationToken cancel) =>
        DecideAsync(name, (state, _) => DatasetDecider.Rename(state, name), cancel);

    public Task<Result<Unit>> DeleteAsync(CancellationToken cancel) =>
        DecideAsync(nameof(DeleteAsync), (state, context) => DatasetDecider.Delete(Id, state, context), cancel);

    public Task<Result<Unit>> ConfirmDestroyedAsync(int blobs, CancellationToken cancel) =>
        DecideAsync(
            nameof(ConfirmDestroyedAsync), (state, _) => DatasetDecider.ConfirmDestroyed(state, blobs), cancel);

    protected override IEnumerable<DbWrite> Project(
        DatasetState after, IDomainEvent happened, DecisionContext context) =>
        DatasetProjection.Of(Key, Id, after, happened, context);

    protected override Error OnDuplicate(string constraint) =>
        constraint == DatasetProjection.NameConstraint ? DatasetErrors.NameTaken : base.OnDuplicate(constraint);

    private Result<Decision<DatasetAdded>> WithProfile(
        Result<Decision<DatasetAdded>> decided, IngestedContent content) =>
        decided.Map(d => d.Answer.IsNew
            ? d with { Writes = [DatasetProjection.Profile(Key.Tenant, d.Answer, content)] }
            : d);
}
