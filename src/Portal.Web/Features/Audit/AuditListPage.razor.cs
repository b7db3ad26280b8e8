using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Audit;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Audit;

/// <summary>The log: who did what, when, from where, allowed or not. The filter stands in the address.</summary>
public sealed partial class AuditListPage(
    IAuditFacade facade, NavigationManager navigation, IStringLocalizer<AuditText> T)
{
    private const int PageRows = 50;
    private IReadOnlyList<AuditPerson> _people = [];
    private AuditEntry? _open;

    /// <summary>The earliest day or time.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The latest day or time.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>Who did it.</summary>
    [SupplyParameterFromQuery]
    public string? Actor { get; set; }

    /// <summary>What was done.</summary>
    [SupplyParameterFromQuery]
    public string? Action { get; set; }

    /// <summary>The kind of thing.</summary>
    [SupplyParameterFromQuery]
    public string? ObjectType { get; set; }

    /// <summary>The thing.</summary>
    [SupplyParameterFromQuery]
    public string? ObjectId { get; set; }

    /// <summary>Allowed or denied.</summary>
    [SupplyParameterFromQuery]
    public string? Decision { get; set; }

    /// <summary>Found anywhere.</summary>
    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    /// <summary>Where the page begins.</summary>
    [SupplyParameterFromQuery]
    public string? Cursor { get; set; }

    private AuditQueryString Query => new(From, To, Actor, Action, ObjectType, ObjectId, Decision, Text);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _people = await facade.PeopleAsync(Cancel);
        }
    }

    private async Task<Result<ListPage<AuditEntry>>> LoadAsync(CancellationToken cancel)
    {
        var filter = Query.ToFilter();
        return filter.Ok
            ? await facade.ListAsync(filter.Value, new ListQuery(PageRows, Cursor), cancel)
            : filter.Error;
    }

    private void Apply(AuditQueryString wanted) => navigation.NavigateTo($"audit?{wanted.ToAddress().TrimStart('&')}");

    private string Address(string? cursor) =>
        $"audit?{Query.ToAddress().TrimStart('&')}"
        + (cursor is null ? null : $"&cursor={Uri.EscapeDataString(cursor)}");

    private string Export(string format) => $"api/v1/audit/export?format={format}{Query.ToAddress()}";

    private string Who(AuditEntry entry) =>
        entry.ActorName ?? (entry.ActorType == "system" ? T["System"].Value : entry.ActorId);

    private static string Origin(AuditEntry entry) => string.Join(
        " · ",
        new[] { entry.IpAddress, BrowserName.Of(entry.UserAgent) }.OfType<string>());
}
