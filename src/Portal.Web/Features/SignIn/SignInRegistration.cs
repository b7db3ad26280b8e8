namespace Portal.Web.Features.SignIn;

/// <summary>Services of this feature; its pages are its only doors.</summary>
internal static class SignInRegistration
{
    public static void AddSignIn(this IServiceCollection services) => services.AddScoped<ISignInFacade, SignInFacade>();
}
