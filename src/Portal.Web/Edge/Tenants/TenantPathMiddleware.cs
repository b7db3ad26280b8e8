using Microsoft.Extensions.Options;
using Portal.Tenancy.Regions;
using Portal.Web.Edge.Errors;
using Portal.Web.Hosting;

namespace Portal.Web.Edge.Tenants;

/// <summary>
/// Moves <c>/t/{slug}</c> into the path base, so that pages, assets, cookies and the circuit's hub all live under it.
/// An unknown slug is 404 whatever follows it. The wrong cell is 307 for people, 421 for machines.
/// </summary>
internal sealed partial class TenantPathMiddleware(
    RequestDelegate next, ITenantLocator locator, ICells cells, IOptions<WebOptions> options,
    ILogger<TenantPathMiddleware> log)
{
    private const string FirstPage = "/home";

    private static readonly Func<ILogger, string, string, IDisposable?> TenantScope =
        LoggerMessage.DefineScope<string, string>("{TenantId} {Region}");

    public async Task InvokeAsync(HttpContext context, CurrentTenant current)
    {
        var request = context.Request;
        if (!TenantPath.TrySplit(request.Path, out var slug, out var rest))
        {
            await next(context);
            return;
        }

        var tenant = await locator.FindAsync(slug, context.RequestAborted);
        if (tenant is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!cells.Has(tenant.Region))
        {
            await SendToItsCellAsync(context, tenant);
            return;
        }

        if (rest.Value is null or "" or "/")
        {
            context.Response.Redirect(tenant.PathBase + FirstPage);
            return;
        }

        current.Set(tenant);
        context.Items[typeof(TenantContext)] = tenant;
        var (pathBase, path) = (request.PathBase, request.Path);
        (request.PathBase, request.Path) = (pathBase.Add(tenant.PathBase), rest);
        using var scope = TenantScope(log, tenant.TenantId.ToString(), tenant.Region.Value);
        try
        {
            await next(context);
        }
        finally
        {
            (request.PathBase, request.Path) = (pathBase, path);
        }
    }

    private async Task SendToItsCellAsync(HttpContext context, TenantContext tenant)
    {
        LogWrongCell(log, tenant.TenantId.ToString(), tenant.Region.Value);
        var address = options.Value.RegionUrls.GetValueOrDefault(tenant.Region.Value);
        if (address is not null && Audience.IsBrowserPage(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location =
                new Uri(address, context.Request.Path.ToUriComponent() + context.Request.QueryString).AbsoluteUri;
            return;
        }

        await Problems.WriteAsync(
            context, StatusCodes.Status421MisdirectedRequest, "wrong-cell",
            "This workspace lives in another region.", ("baseUrl", address?.AbsoluteUri));
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Information,
        Message = "Tenant {TenantId} was asked for here, but lives in {Region}")]
    private static partial void LogWrongCell(ILogger logger, string tenantId, string region);
}
