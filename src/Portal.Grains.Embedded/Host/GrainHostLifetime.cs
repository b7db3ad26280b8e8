using Microsoft.Extensions.Hosting;

namespace Portal.Grains.Embedded;

/// <summary>Stops the grain host with the application, while its services still live.</summary>
internal sealed class GrainHostLifetime(EmbeddedGrainHost host) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => host.StopAsync(cancellationToken);
}
