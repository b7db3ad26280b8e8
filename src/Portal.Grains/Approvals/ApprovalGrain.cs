using Orleans;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;
using Portal.Tenancy.Storage.Events;

namespace Portal.Grains.Approvals;

/// <inheritdoc cref="IApprovalGrain" />
[GrainType("approval")]
internal sealed class ApprovalGrain(GrainRuntime runtime, PermissionCatalog permissions)
    : DecidedGrain<ApprovalState>(runtime), IApprovalGrain
{
    private ApprovalId Id => ApprovalId.TryParse(Key.Id, out var id)
        ? id
        : throw new ArgumentException($"'{Key.Id}' is not an approval's id.");

    public Task<Result<ApprovalAnswer>> RequestAsync(RequestApproval command, CancellationToken cancel) =>
        DecideAsync(
            command,
            async (state, context, token) =>
            {
                var model = await LookAtModelAsync(command.Model, token);
                var (champion, seen) =
                    await ChampionAsync(command.Gate, model, command.Model, command.Environment, token);
                var decided = ApprovalDecider.Request(
                    state, command, model.State.Version(command.Version), champion, Id, context);
                return Expecting(decided, [seen]);
            },
            cancel);

    public Task<Result<ApprovalAnswer>> GrantAsync(GrantApproval command, CancellationToken cancel) =>
        DecideAsync(
            command,
            async (state, context, token) =>
            {
                var tenant = await Runtime.LookAsync<TenantState>(GrainKeys.Tenant(Key.Tenant), token);
                var model = await LookAtModelAsync(state.Model, token);
                var (champion, seen) = await ChampionAsync(state.Gate, model, state.Model, state.Environment, token);
                var decided = ApprovalDecider.Grant(
                    state, command, Reviewers.Of(tenant.State), champion, Id, context);
                return Expecting(decided, [tenant.Expect, seen]);
            },
            cancel);

    public Task<Result<ApprovalAnswer>> RefuseAsync(EndApproval command, CancellationToken cancel) =>
        DecideAsync(command, (state, context) => ApprovalDecider.Refuse(state, command, Id, context), cancel);

    public Task<Result<ApprovalAnswer>> WithdrawAsync(EndApproval command, CancellationToken cancel) =>
        DecideAsync(
            command,
            (state, context) => ApprovalDecider.Withdraw(
                state, command, Id, permissions.Allows(context.Principal, ApprovalsPermissions.Decide), context),
            cancel);

    protected override IEnumerable<DbWrite> Project(
        ApprovalState after, IDomainEvent happened, DecisionContext context) =>
        ApprovalProjection.Of(Key, Id, happened, context);

    private static Result<Decision<ApprovalAnswer>> Expecting(
        Result<Decision<ApprovalAnswer>> decided, IEnumerable<Expect?> seen) =>
        decided.Map(d => d with { Expects = [.. d.Expects, .. seen.OfType<Expect>()] });

    private Task<Seen<ModelState>> LookAtModelAsync(ModelId model, CancellationToken cancel) =>
        Runtime.LookAsync<ModelState>(GrainKeys.Model(Key.Tenant, model), cancel);

    private async Task<(Champion? Champion, Expect? Seen)> ChampionAsync(
        Gate? gate, Seen<ModelState> model, ModelId id, string environment, CancellationToken cancel) =>
        gate is { Threshold: null }
            ? await ChampionLookup.FindAsync(Runtime, Key, id, model.State, environment, cancel)
            : (null, null);
}
