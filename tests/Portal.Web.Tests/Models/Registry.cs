using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Models;

/// <summary>Registers versions in a portal of a test as finished runs would.</summary>
internal static class Registry
{
    private static readonly RegionCode Region = new("eu-west");

    /// <summary>The bytes that stand for a graph.</summary>
    public static byte[] Graph { get; } = [8, 10, 1, 2, 3];

    /// <summary>A model called Churn with a version for each figure; its id.</summary>
    public static async Task<string> RegisterAsync(
        PortalFactory portal, TestTenant tenant, double[] aucs)
    {
        TenantId.TryParse(tenant.Id, out var owner).ShouldBeTrue();
        var id = ModelId.New(TimeProvider.System);
        var cell = portal.Services.GetRequiredService<ICells>().Of(Region);
        await using var writer = await cell.Blobs.CreateAsync(owner, "models", CancellationToken.None);
        await writer.Stream.WriteAsync(Graph);
        var stored = await writer.CommitAsync(CancellationToken.None);
        foreach (var auc in aucs)
        {
            var version = FakeModels.Version(0, auc) with
            {
                Run = RunId.New(TimeProvider.System),
                Artifact = new(stored.Name, stored.Sha256, stored.Bytes),
            };
            var made = await portal.Services.GetRequiredService<GrainGateway>().CallAsync<IModelGrain, ModelAnswer>(
                new CallContext(Principal.System(owner, Region), Guid.CreateVersion7()),
                GrainKeys.Model(owner, id),
                g => g.RegisterAsync(new RegisterVersion("Churn", version), CancellationToken.None));
            made.Ok.ShouldBeTrue(made.Error?.Message);
        }

        return id.ToString();
    }
}
