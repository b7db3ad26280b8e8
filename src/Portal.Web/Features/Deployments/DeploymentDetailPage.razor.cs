using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;
using Portal.Web.Ui;

namespace Portal.Web.Features.Deployments;

/// <summary>One endpoint: what answers now, what answered before, and how to call it.</summary>
public sealed partial class DeploymentDetailPage(
    IDeploymentsFacade facade,
    NavigationManager navigation,
    Dialogs dialogs,
    Toasts toasts,
    IStringLocalizer<DeploymentsText> T)
{
    private static readonly NotFound Missing = new("deployment-not-found", "There is no such deployment.");
    private Loadable<DeploymentDetail>? _loadable;
    private bool _busy;
    private Error? _error;

    /// <summary>The deployment's id.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    // The same rule as the grain's: the last that answered before with other versions than today's.
    private static RevisionView? Previous(DeploymentDetail detail) => detail.Deployment.Routed is not { } now
        ? null
        : detail.Revisions.FirstOrDefault(
            r => r.Status == "superseded" && r.Number < now.Number && !r.Targets.SequenceEqual(now.Targets));

    private async Task<Result<DeploymentDetail>> LoadAsync(CancellationToken cancel) =>
        DeploymentId.TryParse(Id, out var id) ? await facade.FindAsync(id, cancel) : Missing;

    private string Name(DeploymentDetail detail, RevisionView revision) => string.Join(
        ", ",
        revision.Targets.Select(t => T["VersionOf", detail.ModelNames[t.Model], t.Version].Value));

    private string Host => new Uri(navigation.Uri).GetLeftPart(UriPartial.Authority);

    private string Curl(DeploymentView deployment) =>
        $$"""
        curl {{Host}}/api/v1/endpoints/{{deployment.Endpoint}}:predict \
          -H "Authorization: Bearer $PORTAL_TOKEN" \
          -H "Content-Type: application/json" \
          -d '{"rows": [{"column": "value"}]}'
        """;

    // One click and no question: it is safe, quick, and undone by the same button.
    private Task RollBackAsync(DeploymentDetail detail) =>
        DoAsync(() => facade.RollBackAsync(detail.Deployment.Id, new(string.Empty), Cancel), "RolledBack");

    private async Task StopAsync(DeploymentDetail detail)
    {
        var sure = await dialogs.ConfirmAsync(
            T["StopTitle"], T["StopAsk"], T["Stop"], Tone.Danger, detail.Deployment.Endpoint);
        if (sure)
        {
            await DoAsync(() => facade.StopAsync(detail.Deployment.Id, new(string.Empty), Cancel), "Stopped");
        }
    }

    private async Task DoAsync(Func<Task<Result<DeploymentAnswer>>> act, string done)
    {
        _busy = true;
        var result = await act();
        _busy = false;
        _error = result.Error;
        if (result.Ok)
        {
            toasts.Success(T[done]);
            await (_loadable?.ReloadAsync() ?? Task.CompletedTask);
        }
    }
}
