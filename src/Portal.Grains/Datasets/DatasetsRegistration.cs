using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Datasets.Reading;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Due;
using Portal.Tenancy.Access;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Datasets;

/// <summary>Registers the feature.</summary>
internal static class DatasetsRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddDatasets(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, DatasetsPermissions>();
        services.AddSingleton<IValidateOptions<DatasetOptions>, DatasetOptionsValidator>();
        services.AddOptions<DatasetOptions>().BindConfiguration(DatasetOptions.SectionName).ValidateOnStart();
        services.AddSingleton<DatasetQueries>();
        services.AddSingleton<DatasetAccessLog>();
        services.AddSingleton<UploadBoard>();
        services.AddSingleton<DatasetBlobs>();
        services.AddSingleton<CsvIntake>();
        services.AddSingleton<IngestSlots>();
        services.AddSingleton<IDueWorkHandler, SweepDatasetHandler>();
        services.AddSingleton<IDueWorkHandler, DestroyDatasetHandler>();
        services.AddSingleton(s => new DatasetRows(
            s.GetRequiredService<DatasetQueries>(),
            s.GetRequiredService<DatasetAccessLog>(),
            s.GetRequiredService<ICells>(),
            s.GetRequiredService<IOptions<DatasetOptions>>()));
        services.AddSingleton(s => new DatasetIngest(
            s.GetRequiredService<GrainGateway>(),
            s.GetRequiredService<ICells>(),
            s.GetRequiredService<PermissionGate>(),
            s.GetRequiredService<DatasetQueries>(),
            s.GetRequiredService<UploadBoard>(),
            s.GetRequiredService<DatasetBlobs>(),
            s.GetRequiredService<CsvIntake>(),
            s.GetRequiredService<IngestSlots>(),
            s.GetRequiredService<IOptions<DatasetOptions>>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new DatasetRetyping(
            s.GetRequiredService<GrainGateway>(),
            s.GetRequiredService<ICells>(),
            s.GetRequiredService<PermissionGate>(),
            s.GetRequiredService<DatasetQueries>(),
            s.GetRequiredService<CsvIntake>(),
            s.GetRequiredService<IngestSlots>()));
        return services;
    }
}
