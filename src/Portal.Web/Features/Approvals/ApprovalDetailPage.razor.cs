using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Approvals;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;
using Portal.Web.Ui;
using Portal.Web.Ui.Charts;

namespace Portal.Web.Features.Approvals;

/// <summary>One request: what was asked, on which metrics, and the decision.</summary>
public sealed partial class ApprovalDetailPage(IApprovalsFacade facade, IStringLocalizer<ApprovalsText> T)
{
    private static readonly NotFound Missing = new("approval-not-found", "There is no such request for approval.");
    private Loadable<ApprovalDetail>? _loadable;

    /// <summary>The request's id.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    private async Task<Result<ApprovalDetail>> LoadAsync(CancellationToken cancel) =>
        ApprovalId.TryParse(Id, out var id) ? await facade.DetailAsync(id, cancel) : Missing;

    private Task DoneAsync() => _loadable?.ReloadAsync() ?? Task.CompletedTask;

    private string GateText(Gate gate, GateOutcome? outcome)
    {
        var metric = T["Metric-" + gate.Metric];
        var asked = gate.Threshold is { } bar ? T["GateBar", metric, Figure.Short(bar)] : T["GateChampion", metric];
        return outcome switch
        {
            null => asked,
            { Champion: null, Bar: null } => $"{asked} {T["GateNoChampion"]}",
            { Passed: true } =>
                $"{asked} {T["GateMet", Figure.Short(outcome.Candidate ?? 0), Figure.Short(outcome.Bar ?? 0)]}",
            _ => $"{asked} {T["GateMissed", Figure.Short(outcome.Candidate ?? 0), Figure.Short(outcome.Bar ?? 0)]}",
        };
    }
}
