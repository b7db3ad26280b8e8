using System.Threading.Channels;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Training.Execution;

/// <summary>Writes the progress of one attempt in batches; a run keeps at most <see cref="RowsMax"/> rows.</summary>
internal sealed class ProgressRecorder(
    ICell cell, TenantId tenant, RunId run, int attempt, TimeProvider clock) : IProgress<WorkerProgress>
{
    /// <summary>As the table's check says.</summary>
    public const int RowsMax = 6_000;

    private const int LineMax = 500;
    private readonly Channel<(DateTimeOffset At, WorkerProgress What)> _said =
        Channel.CreateUnbounded<(DateTimeOffset, WorkerProgress)>(new() { SingleReader = true });

    private int _last;

    /// <summary>Goes on after what earlier attempts wrote.</summary>
    public async Task BeginAsync(CancellationToken cancel) => _last = await cell.Database.FindAsync(
        tenant,
        new DbWrite(
            "select coalesce(max(seq), 0) from run_progress where tenant_id = $1 and run_id = $2",
            tenant.Value,
            run.Value),
        r => r.GetInt32(0),
        cancel);

    /// <inheritdoc />
    public void Report(WorkerProgress value) => _said.Writer.TryWrite((clock.GetUtcNow(), value));

    /// <summary>Writes what was said since the last time.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        List<DbWrite> writes = [];
        while (_said.Reader.TryRead(out var said))
        {
            if (_last < RowsMax)
            {
                writes.Add(Row(++_last, said.At, said.What));
            }
        }

        if (writes.Count > 0)
        {
            await cell.Database.WriteAsync(tenant, writes, cancel);
        }
    }

    private DbWrite Row(int seq, DateTimeOffset at, WorkerProgress what) => new(
        """
        insert into run_progress
            (tenant_id, run_id, seq, attempt, at, round, rounds_max, train, validation, line)
        values ($1, $2, $3, $4, $5, $6::int, $7::int, $8::float8, $9::float8, $10::text)
        on conflict (tenant_id, run_id, seq) do nothing
        """,
        tenant.Value,
        run.Value,
        seq,
        attempt,
        at,
        what.Round,
        what.RoundsMax,
        what.Train,
        what.Validation,
        what.Line is { Length: > LineMax } line ? line[..LineMax] : what.Line);
}
