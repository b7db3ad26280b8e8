using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tests;

namespace Portal.Grains.Tests.Models;

/// <summary>The models' grains on a real database.</summary>
public sealed class ModelPortal : TestPortal
{
    public ModelQueries Queries => Services.GetRequiredService<ModelQueries>();

    public ModelFiles Files => Services.GetRequiredService<ModelFiles>();

    public static CallContext Call(Principal principal) => new(principal, Guid.CreateVersion7());

    public Task<Result<ModelAnswer>> RegisterAsync(Principal principal, ModelId id, RegisterVersion command) =>
        CallAsync(principal, id, g => g.RegisterAsync(command, CancellationToken.None));

    public Task<Result<ModelAnswer>> EditAsync(Principal principal, ModelId id, EditModel command) =>
        CallAsync(principal, id, g => g.EditAsync(command, CancellationToken.None));

    /// <summary>Stores bytes as a run would.</summary>
    public async Task<StoredArtifact> StoreAsync(Principal principal, byte[] bytes)
    {
        await using var writer = await Cell.Blobs.CreateAsync(principal.Tenant, "models", CancellationToken.None);
        await writer.Stream.WriteAsync(bytes);
        var info = await writer.CommitAsync(CancellationToken.None);
        return new(info.Name, info.Sha256, info.Bytes);
    }

    protected override void Configure(IServiceCollection services)
    {
        var configuration = new ConfigurationBuilder().Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddPortalGrains(configuration);
    }

    private Task<Result<ModelAnswer>> CallAsync(
        Principal principal, ModelId id, Func<IModelGrain, Task<Result<ModelAnswer>>> method) =>
        Services.GetRequiredService<GrainGateway>()
            .CallAsync(Call(principal), GrainKeys.Model(principal.Tenant, id), method);
}
