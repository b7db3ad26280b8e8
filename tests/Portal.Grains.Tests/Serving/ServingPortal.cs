using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Compute.Training;
using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tests;

namespace Portal.Grains.Tests.Serving;

/// <summary>Registers and deploys models; nodes that serve them are started by tests.</summary>
public sealed class ServingPortal : TestPortal
{
    public GrainGateway Grains => Services.GetRequiredService<GrainGateway>();

    /// <summary>Starts a serving node of its own, as another process would.</summary>
    internal Task<ServingNodeUnderTest> StartNodeAsync(Action<Grains.Serving.ServingOptions>? set = null) =>
        ServingNodeUnderTest.StartAsync(BuildServices(), set);

    /// <summary>Registers a trained model as the next version.</summary>
    internal Task<int> RegisterAsync(Principal principal, ModelId id, TrainedModel trained) =>
        ModelPublisher.RegisterAsync(Services, principal, id, trained);

    public async Task<DeploymentId> CreateEndpointAsync(Principal principal, string endpoint)
    {
        var id = DeploymentId.New(TimeProvider.System);
        var answer = await Grains.CallAsync<IDeploymentGrain, DeploymentAnswer>(
            Call(principal), GrainKeys.Deployment(principal.Tenant, id),
            g => g.CreateAsync(new CreateDeployment(endpoint, "dev"), CancellationToken.None));
        answer.OrThrow();
        return id;
    }

    /// <summary>Sends a version to an endpoint and gives the revision.</summary>
    public async Task<int> DeployAsync(Principal principal, DeploymentId id, ModelId model, int version)
    {
        var answer = await Grains.CallAsync<IDeploymentGrain, DeploymentAnswer>(
            Call(principal), GrainKeys.Deployment(principal.Tenant, id),
            g => g.DeployAsync(new DeployVersion(model, version), CancellationToken.None));
        return answer.OrThrow().Revision;
    }

    /// <summary>Waits until a revision is no longer being loaded; its status and the code of its failure.</summary>
    public async Task<(string Status, string? Code)> ConcludedAsync(Principal principal, DeploymentId id, int revision)
    {
        var found = ("loading", (string?)null);
        await EventuallyAsync(async () =>
        {
            found = await Cell.Database.FindAsync(
                principal.Tenant,
                new(
                    "select status, failure_code from deployment_revisions where deployment_id = $1 and revision = $2",
                    id.Value, revision),
                r => (r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1)),
                CancellationToken.None);
            return found.Item1 != "loading";
        });
        return found;
    }

    /// <summary>A tenant with a model of one version that answers at an endpoint.</summary>
    internal async Task<Served> ServeAsync(string endpoint)
    {
        var principal = await NewTenantAsync();
        var model = ModelId.New(TimeProvider.System);
        var version = await RegisterAsync(principal, model, ServingModels.First);
        var deployment = await CreateEndpointAsync(principal, endpoint);
        var revision = await DeployAsync(principal, deployment, model, version);
        (await ConcludedAsync(principal, deployment, revision)).Status.ShouldBe("routed");
        return new Served(principal, model, deployment, endpoint);
    }

    /// <summary>Waits up to half a minute for what must come true.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> isTrue)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await isTrue())
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    protected override void Configure(IServiceCollection services) => services
        .AddLogging()
        .AddPortalGrains(new ConfigurationBuilder().Build())
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());

    private static CallContext Call(Principal principal) => new(principal, Guid.CreateVersion7());

    internal sealed record Served(Principal Principal, ModelId Model, DeploymentId Deployment, string Endpoint);
}
