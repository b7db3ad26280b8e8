using Portal.Compute.Data;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>Writes one upload's progress onto the board; does nothing for one without an id.</summary>
internal sealed class UploadTracker(UploadBoard board, TenantId tenant, UploadSettings settings)
    : IProgress<CsvProgress>
{
    private UploadStage _stage = UploadStage.Receiving;
    private CsvProgress _last;

    public void Report(CsvProgress value)
    {
        _last = value;
        Show();
    }

    public void Enter(UploadStage stage)
    {
        _stage = stage;
        Show();
    }

    public void End(Result<DatasetAdded> result)
    {
        if (Now(result.Ok ? UploadStage.Done : UploadStage.Refused) is { } progress)
        {
            board.Set(tenant, progress with
            {
                Dataset = result.Value?.Dataset,
                Version = result.Value?.Version.Number,
                Error = result.Error?.Code,
            });
        }
    }

    private void Show()
    {
        if (Now(_stage) is { } progress)
        {
            board.Set(tenant, progress);
        }
    }

    private UploadProgress? Now(UploadStage stage) => settings.UploadId is { } id && UploadBoard.IsId(id)
        ? new(id, stage, _last.Bytes, settings.Length, _last.Rows)
        : null;
}
