using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Primitives;
using Portal.Tenancy;

namespace Portal.Web.Hosting;

/// <summary>What every request meets before the product does: listening, limits, headers, language, keys.</summary>
internal static class PortalHosting
{
    /// <summary>The cookie that holds the language somebody chose.</summary>
    public const string CultureCookie = "portal.culture";

    private static readonly string[] Cultures = ["en", "ar"];

    /// <summary>Listens on both loopbacks unless told otherwise; finds static files built but not published.</summary>
    public static void AddPortalKestrel(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(WebOptions.SectionName).Get<WebOptions>() ?? new();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.RequestBytesMax;
        });
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls($"http://localhost:{options.Port}");
        }

        // The manifest lies beside a built portal and not beside a published one: both then serve all their files.
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        builder.Host.UseDefaultServiceProvider(p => (p.ValidateScopes, p.ValidateOnBuild) = (true, true));
    }

    /// <summary>Binds and checks <see cref="WebOptions"/>.</summary>
    public static void AddWebOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.AddOptions<WebOptions>()
            .Bind(configuration.GetSection(WebOptions.SectionName))
            .ValidateOnStart();
    }

    /// <summary>Services of this folder.</summary>
    public static void AddPortalHosting(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => PortalJson.Configure(json.SerializerOptions));
        services.AddResponseCompression();
        services.AddHttpContextAccessor();
        services.AddHealthChecks().AddCheck<CellsHealthCheck>("cells");
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(SetCultures);

        // One key ring for the node. Whatever is bound to a cell or a tenant, cookies above all, adds the cell and the
        // tenant to its purposes, so that what one tenant's door sealed, no other door opens.
        services.AddDataProtection().SetApplicationName("Portal");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IOptions<WebOptions>, ILoggerFactory>((keys, portal, logs) =>
                keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    Directory.CreateDirectory(Path.Combine(portal.Value.Data, "dataprotection")), logs));
        services.AddPortalOpenApi();
    }

    /// <summary>What must be done before the first request: databases made and brought up to date.</summary>
    public static async Task PreparePortalAsync(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Migrate)
        {
            await app.Services.MigratePortalAsync(app.Lifetime.ApplicationStopping);
        }
    }

    /// <summary>The outermost part of the pipeline.</summary>
    public static void UsePortalHosting(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseMiddleware<LoopbackRedirectMiddleware>();
        app.UseResponseCompression();
        app.UseRequestLocalization();
    }

    private static void SetCultures(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture("en");
        options.SupportedCultures = [.. Cultures.Select(CultureInfo.GetCultureInfo)];
        options.SupportedUICultures = options.SupportedCultures;
        options.RequestCultureProviders =
        [
            new CookieRequestCultureProvider { CookieName = CultureCookie },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }
}
