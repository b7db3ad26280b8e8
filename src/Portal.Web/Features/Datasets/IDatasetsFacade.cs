using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Datasets.Reading;
using Portal.Grains.Keys;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Datasets;

/// <summary>What the pages of this feature ask for; a test hands them a fake.</summary>
public interface IDatasetsFacade
{
    /// <summary>A page of the list.</summary>
    Task<Result<ListPage<DatasetSummary>>> ListAsync(DatasetListRequest request, CancellationToken cancel);

    /// <summary>
    /// A dataset with one version, the newest where none is named, and what the reader may do with it.
    /// </summary>
    Task<Result<DatasetPageData>> GetAsync(string id, int? number, CancellationToken cancel);

    /// <summary>The first rows; recorded as an access.</summary>
    Task<Result<DatasetPreview>> PreviewAsync(DatasetId id, int number, CancellationToken cancel);

    /// <summary>Corrects types and the subject key.</summary>
    Task<Result<DatasetAdded>> RetypeAsync(
        DatasetId id, int number, RetypeSettings settings, CancellationToken cancel);

    /// <summary>Gives it another name.</summary>
    Task<Result<Unit>> RenameAsync(DatasetId id, string name, CancellationToken cancel);

    /// <summary>Deletes it for good.</summary>
    Task<Result<Unit>> DeleteAsync(DatasetId id, CancellationToken cancel);

    /// <summary>The progress of an upload of this tenant; null when nothing is known of it.</summary>
    Task<UploadProgress?> FindUploadAsync(string uploadId, CancellationToken cancel);

    /// <summary>An id for an upload that is about to begin.</summary>
    string NewUploadId();
}
