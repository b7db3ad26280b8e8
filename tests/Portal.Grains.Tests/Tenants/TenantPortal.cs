using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tests;

namespace Portal.Grains.Tests.Tenants;

/// <summary>Tenants on a real database, with the clock in hand.</summary>
public sealed class TenantPortal : TestPortal
{
    public SignUpService SignUp => Services.GetRequiredService<SignUpService>();

    public SignInService SignIn => Services.GetRequiredService<SignInService>();

    public InvitationService Invitations => Services.GetRequiredService<InvitationService>();

    public ServiceKeyService Keys => Services.GetRequiredService<ServiceKeyService>();

    public SignUpReconciler Reconciler => Services.GetRequiredService<SignUpReconciler>();

    public GrainRuntime Runtime => new(Cell, Services.GetRequiredService<EventCodec>(), Clock);

    public SignUpRequest Request(string slug, string email = "olivia@acme.example") => new()
    {
        Workspace = "Acme",
        Slug = slug,
        Region = Region.Value,
        Name = "Olivia",
        Email = email,
        Password = "correct horse battery",
        CreateKey = true,
        Accepted =
        [
            .. Services.GetRequiredService<TermsCatalog>().All.Select(t => new AcceptedDocument(t.Document, t.Sha256)),
        ],
    };

    public async Task<Principal> OwnerAsync(string slug)
    {
        var made = (await SignUp.SignUpAsync(Request(slug), null, null, CancellationToken.None)).OrThrow();
        return PersonOf(made.Tenant, made.Owner, Role.Owner);
    }

    public static Principal PersonOf(TenantId tenant, UserId user, Role role) =>
        new(tenant, Region, ActorType.User, user.Value, role, AuthStrength.Password) { Person = user };

    public static CallContext Call(Principal principal, string? command = null, long? ifVersion = null) =>
        new(principal, Guid.CreateVersion7()) { CommandId = command, IfVersion = ifVersion };

    public Task<Result<T>> TellAsync<T>(CallContext call, Func<ITenantGrain, Task<Result<T>>> method) =>
        Services.GetRequiredService<GrainGateway>().CallAsync(call, GrainKeys.Tenant(call.Principal.Tenant), method);

    public async Task<TenantState> StateAsync(TenantId tenant) =>
        (await Runtime.LookAsync<TenantState>(GrainKeys.Tenant(tenant), CancellationToken.None)).State;

    protected override void Configure(IServiceCollection services)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Portal:SignIn:PasswordIterations"] = "1000" }).Build();
        services.AddSingleton<IConfiguration>(settings).AddPortalGrains(settings);
    }
}
