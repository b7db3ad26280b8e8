using Portal.Grains.Approvals;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Approvals;

/// <summary>What pages and endpoints of this feature ask for.</summary>
public interface IApprovalsFacade
{
    /// <summary>Requests, newest first.</summary>
    Task<Result<ListPage<ApprovalView>>> ListAsync(ListQuery query, CancellationToken cancel);

    /// <summary>One request.</summary>
    Task<Result<ApprovalView>> FindAsync(ApprovalId id, CancellationToken cancel);

    /// <summary>One request, and what the caller can do about it.</summary>
    Task<Result<ApprovalDetail>> DetailAsync(ApprovalId id, CancellationToken cancel);

    /// <summary>The version that is to be asked for.</summary>
    Task<Result<ModelVersion>> VersionAsync(ModelId model, int version, CancellationToken cancel);

    /// <summary>Asks.</summary>
    Task<Result<ApprovalAnswer>> RequestAsync(RequestApproval command, CancellationToken cancel);

    /// <summary>Grants.</summary>
    Task<Result<ApprovalAnswer>> GrantAsync(ApprovalId id, GrantApproval command, CancellationToken cancel);

    /// <summary>Refuses.</summary>
    Task<Result<ApprovalAnswer>> RefuseAsync(ApprovalId id, EndApproval command, CancellationToken cancel);

    /// <summary>Takes back.</summary>
    Task<Result<ApprovalAnswer>> WithdrawAsync(ApprovalId id, EndApproval command, CancellationToken cancel);
}

/// <summary>
/// A request with the caller's place in it: whether it is his own, whether he may decide, and whether nobody else may;
/// and the names of the people in it by their ids.
/// </summary>
public sealed record ApprovalDetail(
    ApprovalView Approval, bool Own, bool MayDecide, bool SelfReview, IReadOnlyDictionary<string, string> People)
{
    /// <summary>What a person is called; the id where he is no member any more.</summary>
    public string NameOf(string? person) => person is null ? string.Empty : People.GetValueOrDefault(person, person);
}
