using Orleans;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Approvals;

/// <summary>One request that one model version may go to one environment.</summary>
public interface IApprovalGrain : IGrainWithStringKey
{
    /// <summary>Asks. The answer says what the gate says today; a gate that fails now may pass later.</summary>
    [Requires(ApprovalsPermissions.Request)]
    Task<Result<ApprovalAnswer>> RequestAsync(RequestApproval command, CancellationToken cancel);

    /// <summary>Grants, after evaluating the gate again.</summary>
    [Requires(ApprovalsPermissions.Decide)]
    Task<Result<ApprovalAnswer>> GrantAsync(GrantApproval command, CancellationToken cancel);

    /// <summary>Refuses.</summary>
    [Requires(ApprovalsPermissions.Decide)]
    Task<Result<ApprovalAnswer>> RefuseAsync(EndApproval command, CancellationToken cancel);

    /// <summary>Takes back: by who asked, or, once granted, by anybody who may decide.</summary>
    [Requires(ApprovalsPermissions.Read)]
    Task<Result<ApprovalAnswer>> WithdrawAsync(EndApproval command, CancellationToken cancel);
}
