using Microsoft.Extensions.Options;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>How many files this node reads at the same time.</summary>
internal sealed class IngestSlots(IOptions<DatasetOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.Value.IngestsMax, options.Value.IngestsMax);

    /// <summary>A slot to be disposed, or null when none came free in time.</summary>
    public async Task<IDisposable?> TryEnterAsync(CancellationToken cancel) =>
        await _free.WaitAsync(options.Value.IngestWait, cancel) ? new Slot(_free) : null;

    public void Dispose() => _free.Dispose();

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        private int _isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0)
            {
                free.Release();
            }
        }
    }
}
