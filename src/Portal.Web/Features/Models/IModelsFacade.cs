using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Models;

/// <summary>What pages and endpoints of this feature ask for.</summary>
public interface IModelsFacade
{
    /// <summary>Models, newest first.</summary>
    Task<Result<ListPage<ModelView>>> ListAsync(ListQuery query, CancellationToken cancel);

    /// <summary>One model.</summary>
    Task<Result<ModelView>> FindAsync(ModelId id, CancellationToken cancel);

    /// <summary>One model with its versions.</summary>
    Task<Result<ModelDetail>> DetailAsync(ModelId id, CancellationToken cancel);

    /// <summary>Its versions, newest first.</summary>
    Task<Result<IReadOnlyList<ModelVersion>>> VersionsAsync(ModelId id, CancellationToken cancel);

    /// <summary>One version.</summary>
    Task<Result<ModelVersion>> VersionAsync(ModelId id, int number, CancellationToken cancel);

    /// <summary>One version with its report and where it comes from.</summary>
    Task<Result<VersionDetail>> VersionDetailAsync(ModelId id, int number, CancellationToken cancel);

    /// <summary>What training found out.</summary>
    Task<Result<VersionReport>> ReportAsync(ModelId id, int number, CancellationToken cancel);

    /// <summary>Where a version comes from.</summary>
    Task<Result<ModelLineage>> LineageAsync(ModelId id, int number, CancellationToken cancel);

    /// <summary>The graph; the access is recorded.</summary>
    Task<Result<ArtifactDownload>> DownloadAsync(ModelId id, int number, CancellationToken cancel);

    /// <summary>Two versions side by side.</summary>
    Task<Result<ModelComparison>> CompareAsync(ModelId id, int first, int second, CancellationToken cancel);

    /// <summary>Renames, describes or tags.</summary>
    Task<Result<ModelAnswer>> EditAsync(ModelId id, EditModel command, CancellationToken cancel);
}
