using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Grains.Serving;

namespace Portal.Web.Features.Inference;

/// <summary>Whether this node holds every revision that was routed when it started.</summary>
internal sealed class ServingHealthCheck(ServingReadiness readiness) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            readiness.IsReady
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("Routed models are being loaded."));
}
