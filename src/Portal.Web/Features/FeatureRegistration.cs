using Portal.Web.Features.Approvals;
using Portal.Web.Features.Audit;
using Portal.Web.Features.Datasets;
using Portal.Web.Features.Deployments;
using Portal.Web.Features.Home;
using Portal.Web.Features.Inference;
using Portal.Web.Features.Keys;
using Portal.Web.Features.Members;
using Portal.Web.Features.Models;
using Portal.Web.Features.Monitoring;
using Portal.Web.Features.Sample;
using Portal.Web.Features.Settings;
using Portal.Web.Features.SignIn;
using Portal.Web.Features.SignUp;
using Portal.Web.Features.Training;
using Portal.Web.Features.TryIt;

namespace Portal.Web.Features;

/// <summary>The features: one line each for its services, one for its endpoints.</summary>
internal static class FeatureRegistration
{
    /// <summary>Services of every feature.</summary>
    public static void AddPortalFeatures(this IServiceCollection services)
    {
        services.AddHome();
        services.AddApprovals();
        services.AddAudit();
        services.AddMonitoring();
        services.AddDeployments();
        services.AddInference();
        services.AddTryIt();
        services.AddSignUp();
        services.AddSignIn();
        services.AddMembers();
        services.AddKeys();
        services.AddSettings();
        services.AddModels();
        services.AddDatasetPages();
        services.AddHostedService<SampleWorkspace>();
        services.AddTrainingPages();
    }

    /// <summary>Endpoints of every feature.</summary>
    public static void MapPortalFeatures(this IEndpointRouteBuilder routes)
    {
        routes.MapHome();
        routes.MapApprovals();
        routes.MapAudit();
        routes.MapMonitoring();
        routes.MapDeployments();
        routes.MapPredictions();
        routes.MapSignUp();
        routes.MapMembers();
        routes.MapKeys();
        routes.MapSettings();
        routes.MapModels();
        routes.MapDatasets();
        routes.MapTraining();
    }
}
