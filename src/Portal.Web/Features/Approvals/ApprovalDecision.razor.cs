using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Approvals;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Approvals;

/// <summary>The decision itself: approve, refuse, take back.</summary>
public sealed partial class ApprovalDecision(IApprovalsFacade facade, IStringLocalizer<ApprovalsText> T)
{
    private bool _confirmed;
    private bool _busy;
    private string _comment = string.Empty;
    private Error? _error;

    /// <summary>The request and the reader's place in it.</summary>
    [Parameter, EditorRequired]
    public required ApprovalDetail Detail { get; set; }

    /// <summary>Something was decided.</summary>
    [Parameter]
    public EventCallback OnDecided { get; set; }

    private string Explanation => Detail switch
    {
        { MayDecide: true, Own: true } => "DecideSelf",
        { MayDecide: true } => "DecideOther",
        { Own: true } => "DecideWait",
        _ => "DecideNotYou",
    };

    private Task GrantAsync() => DoAsync(id => facade.GrantAsync(id, new(_comment.Trim(), _confirmed), Cancel));

    private Task RefuseAsync() => DoAsync(id => facade.RefuseAsync(id, new(_comment.Trim()), Cancel));

    private Task WithdrawAsync() => DoAsync(id => facade.WithdrawAsync(id, new(_comment.Trim()), Cancel));

    private async Task DoAsync(Func<ApprovalId, Task<Result<ApprovalAnswer>>> act)
    {
        _busy = true;
        var done = await act(Detail.Approval.Id);
        _busy = false;
        _error = done.Error;
        if (done.Ok)
        {
            await OnDecided.InvokeAsync();
        }
    }
}
