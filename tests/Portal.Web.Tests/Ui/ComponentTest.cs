using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests;
using Portal.Web.Ui;
using Radzen;

namespace Portal.Web.Tests.Ui;

/// <summary>What a component needs to live: texts, a clock that stands, Radzen, a page that is live.</summary>
public abstract class ComponentTest : BunitContext
{
    protected ComponentTest()
    {
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddRadzenComponents();
        Services.AddScoped<Toasts>();
        Services.AddScoped<Dialogs>();
        Configure(Services);
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected ManualClock Clock { get; } = new();

    /// <summary>Adds what a page asks for; called before the constructor of the test itself.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }
}
