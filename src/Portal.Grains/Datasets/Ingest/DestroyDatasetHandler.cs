using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Due;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.DueWork;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>Destroys the bytes and keys of a deleted dataset, then says so in its stream.</summary>
internal sealed class DestroyDatasetHandler(DatasetBlobs blobs, GrainGateway gateway, TimeProvider clock)
    : IDueWorkHandler
{
    public string Kind => DatasetDecider.DestroyKind;

    public int Concurrency => 1;

    public async Task HandleAsync(ICell cell, DueWorkItem work, CancellationToken cancel)
    {
        if (!DatasetId.TryParse(work.Command, out var id))
        {
            return;
        }

        var destroyed = await blobs.SweepAsync(cell, work.Tenant, id, TimeSpan.Zero, cancel);
        var call = new CallContext(Principal.System(work.Tenant, cell.Region), PublicId.New(clock));
        var said = await gateway.CallAsync<IDatasetGrain, Unit>(
            call, GrainKeys.Dataset(work.Tenant, id), g => g.ConfirmDestroyedAsync(destroyed, cancel));
        if (!said.Ok)
        {
            throw new InvalidOperationException($"{said.Error.Code}: {said.Error.Message}");
        }
    }
}
