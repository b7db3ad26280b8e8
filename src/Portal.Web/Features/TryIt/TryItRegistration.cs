namespace Portal.Web.Features.TryIt;

/// <summary>Services of this feature.</summary>
internal static class TryItRegistration
{
    public static void AddTryIt(this IServiceCollection services) => services.AddScoped<ITryItFacade, TryItFacade>();
}
