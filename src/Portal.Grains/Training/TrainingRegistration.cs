using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Runtime.Due;
using Portal.Grains.Training.Execution;
using Portal.Grains.Training.Planning;
using Portal.Grains.Training.Reading;
using Portal.Grains.Workers;
using Portal.Tenancy.Access;

namespace Portal.Grains.Training;

/// <summary>Registers the feature.</summary>
internal static class TrainingRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddTraining(this IServiceCollection services)
    {
        services.AddOptions<TrainingPoolOptions>().BindConfiguration(TrainingPoolOptions.SectionName);
        services.AddOptions<WorkerOptions>().BindConfiguration(WorkerOptions.SectionName);
        services.AddSingleton<IPermissionSource, TrainingPermissions>();
        services.AddSingleton<TrainingPlanning>();
        services.AddSingleton<TrainingQueries>();
        services.AddSingleton<ITrainingWorker, TrainingWorker>();
        services.AddSingleton<ModelStore>();
        services.AddSingleton<RunAttemptFactory>();
        services.AddSingleton<IDueWorkHandler, TrainingHandler>();
        return services;
    }
}
