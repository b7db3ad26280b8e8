using Orleans;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Datasets;

/// <summary>One dataset: its name and its versions. The bytes lie in the cell's blobs.</summary>
[Alias("portal.IDatasetGrain")]
public interface IDatasetGrain : IGrainWithStringKey
{
    /// <summary>
    /// Says that a blob of this dataset is about to be committed, so that one whose command never comes is swept.
    /// </summary>
    [Requires(DatasetsPermissions.Create)]
    Task<Result<Unit>> ExpectBlobAsync(CancellationToken cancel);

    /// <summary>Creates the dataset with its first version. <c>name-taken</c> when the project has that name.</summary>
    [Requires(DatasetsPermissions.Create)]
    Task<Result<DatasetAdded>> CreateAsync(CreateDataset command, CancellationToken cancel);

    /// <summary>
    /// Adds a version. The same bytes with the same types and subject key are the version that is there already.
    /// </summary>
    [Requires(DatasetsPermissions.Create)]
    Task<Result<DatasetAdded>> AddVersionAsync(IngestedContent content, CancellationToken cancel);

    /// <summary>Gives it another name.</summary>
    [Requires(DatasetsPermissions.Create)]
    Task<Result<Unit>> RenameAsync(string name, CancellationToken cancel);

    /// <summary>Deletes it: bytes, keys and statistics go, hashes and events stay. Done twice is done once.</summary>
    [Requires(DatasetsPermissions.Delete)]
    Task<Result<Unit>> DeleteAsync(CancellationToken cancel);

    /// <summary>Notes that the bytes and their keys are gone. Called by due work.</summary>
    [Requires(DatasetsPermissions.ConfirmDestroyed)]
    Task<Result<Unit>> ConfirmDestroyedAsync(int blobs, CancellationToken cancel);
}
