using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Portal.Tenancy.Identity;

/// <summary>Registers people, sessions and service keys.</summary>
public static class IdentityRegistration
{
    /// <summary>Adds what reads credentials; who may have them is the tenant's grain's matter.</summary>
    public static IServiceCollection AddPortalIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignInOptions>()
            .Bind(configuration.GetSection(SignInOptions.SectionName))
            .Validate(o => o.FailuresMax is >= 1 and <= 100, "Portal:SignIn:FailuresMax must be 1 to 100.")
            .Validate(o => o.Lockout > TimeSpan.Zero, "Portal:SignIn:Lockout must be longer than nothing.")
            .Validate(o => o.SessionIdle > TimeSpan.Zero, "Portal:SignIn:SessionIdle must be longer than nothing.")
            .Validate(o => o.SessionMax >= o.SessionIdle, "Portal:SignIn:SessionMax must not be below SessionIdle.")
            .Validate(
                o => o.Fresh >= TimeSpan.Zero && o.Fresh <= TimeSpan.FromSeconds(3),
                "Portal:SignIn:Fresh must be 0 to 3 seconds.")
            .Validate(o => o.PasswordIterations >= 1000, "Portal:SignIn:PasswordIterations must be at least 1000.")
            .ValidateOnStart();
        services.AddOptions<PasswordHasherOptions>().Configure<IOptions<SignInOptions>>(
            (hasher, own) => hasher.IterationCount = own.Value.PasswordIterations);
        services.AddSingleton<IPasswordHasher<PortalUser>, PasswordHasher<PortalUser>>();
        services.AddSingleton<PortalUsers>();
        services.AddSingleton<SessionReader>();
        services.AddSingleton<ServiceKeyReader>();
        return services;
    }
}
