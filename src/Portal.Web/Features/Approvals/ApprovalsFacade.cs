using Portal.Grains.Approvals;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Lists;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Calls;

namespace Portal.Web.Features.Approvals;

internal sealed class ApprovalsFacade(
    ICaller caller,
    GrainGateway gateway,
    ApprovalQueries approvals,
    ReviewerLookup reviewers,
    ModelQueries models,
    TenantQueries tenants,
    PermissionCatalog permissions,
    TimeProvider clock) : IApprovalsFacade
{
    public async Task<Result<ListPage<ApprovalView>>> ListAsync(ListQuery query, CancellationToken cancel) =>
        await approvals.ListAsync((await caller.BeginAsync(cancel)).Principal, query, cancel);

    public async Task<Result<ApprovalView>> FindAsync(ApprovalId id, CancellationToken cancel) =>
        await approvals.FindAsync((await caller.BeginAsync(cancel)).Principal, id, cancel);

    public async Task<Result<ApprovalDetail>> DetailAsync(ApprovalId id, CancellationToken cancel)
    {
        var principal = (await caller.BeginAsync(cancel)).Principal;
        var found = await approvals.FindAsync(principal, id, cancel);
        if (!found.Ok)
        {
            return found.Error;
        }

        var own = principal.Person?.ToString() == found.Value.RequestedBy;
        var alone = await reviewers.ModeAsync(principal, cancel) is ReviewMode.SelfReview;
        var may = permissions.Allows(principal, ApprovalsPermissions.Decide) && (!own || alone);
        var members = await tenants.MembersAsync(principal, cancel);
        var people = members.Ok
            ? members.Value.ToDictionary(m => m.Id.ToString(), m => m.Name)
            : [];
        return new ApprovalDetail(found.Value, own, may, alone, people);
    }

    public async Task<Result<ModelVersion>> VersionAsync(ModelId model, int version, CancellationToken cancel) =>
        await models.VersionAsync((await caller.BeginAsync(cancel)).Principal, model, version, cancel);

    public Task<Result<ApprovalAnswer>> RequestAsync(RequestApproval command, CancellationToken cancel) =>
        CallAsync(ApprovalId.New(clock), g => g.RequestAsync(command, cancel), cancel);

    public Task<Result<ApprovalAnswer>> GrantAsync(ApprovalId id, GrantApproval command, CancellationToken cancel) =>
        CallAsync(id, g => g.GrantAsync(command, cancel), cancel);

    public Task<Result<ApprovalAnswer>> RefuseAsync(ApprovalId id, EndApproval command, CancellationToken cancel) =>
        CallAsync(id, g => g.RefuseAsync(command, cancel), cancel);

    public Task<Result<ApprovalAnswer>> WithdrawAsync(ApprovalId id, EndApproval command, CancellationToken cancel) =>
        CallAsync(id, g => g.WithdrawAsync(command, cancel), cancel);

    private async Task<Result<ApprovalAnswer>> CallAsync(
        ApprovalId id, Func<IApprovalGrain, Task<Result<ApprovalAnswer>>> method, CancellationToken cancel)
    {
        var call = await caller.BeginAsync(cancel);
        return await gateway.CallAsync(call, GrainKeys.Approval(call.Principal.Tenant, id), method);
    }
}
