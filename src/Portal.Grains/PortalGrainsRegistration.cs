using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Approvals;
using Portal.Grains.Audit;
using Portal.Grains.Datasets;
using Portal.Grains.Deployments;
using Portal.Grains.Models;
using Portal.Grains.Monitoring;
using Portal.Grains.Runtime;
using Portal.Grains.Serving;
using Portal.Grains.Tenants;
using Portal.Grains.Training;
using Portal.Tenancy;

namespace Portal.Grains;

/// <summary>Registers everything below the web.</summary>
public static class PortalGrainsRegistration
{
    /// <summary>Adds the grain runtime and every feature. Needs <c>AddPortalTenancy</c> before it.</summary>
    public static IServiceCollection AddPortalGrains(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddCellMigrations(typeof(PortalGrainsRegistration).Assembly)
            .AddGrainRuntime(configuration)
            .AddTenants(configuration)
            .AddDatasets()
            .AddTraining()
            .AddModels()
            .AddApprovals()
            .AddDeployments()
            .AddServing(configuration)
            .AddMonitoring()
            .AddAudit();
}
