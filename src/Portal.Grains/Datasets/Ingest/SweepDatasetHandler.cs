using Portal.Grains.Keys;
using Portal.Grains.Runtime.Due;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.DueWork;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>Removes what an upload left that was killed after committing its bytes and before its version.</summary>
internal sealed class SweepDatasetHandler(DatasetBlobs blobs) : IDueWorkHandler
{
    public string Kind => DatasetDecider.SweepKind;

    public int Concurrency => 1;

    public async Task HandleAsync(ICell cell, DueWorkItem work, CancellationToken cancel)
    {
        if (DatasetId.TryParse(work.Command, out var id))
        {
            await blobs.SweepAsync(cell, work.Tenant, id, DatasetDecider.OrphanAge, cancel);
        }
    }
}
