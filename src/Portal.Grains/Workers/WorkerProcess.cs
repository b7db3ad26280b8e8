using System.Diagnostics;
using System.Text;

namespace Portal.Grains.Workers;

/// <summary>A worker process with its limits; disposing ends it and all that it started.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const int FaultsMax = 4_000;
    private const string Shell = "/bin/sh";
    private readonly Process _process;
    private readonly WorkerOptions _options;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watch;
    private readonly Task<string> _faults;
    private bool _disposed;
    private volatile string _reason = WorkerDiedException.Exited;

    private WorkerProcess(Process process, WorkerOptions options, TimeProvider clock)
    {
        (_process, _options, _clock) = (process, options, clock);
        _faults = ReadFaultsAsync();
        _watch = WatchAsync();
    }

    /// <summary>The job and the data go here. It must stay open while the worker is wanted.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>The answers come here.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>The operating system's number of it.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a worker of a kind.</summary>
    public static WorkerProcess Start(string kind, WorkerOptions options, TimeProvider clock)
    {
        var host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? Environment.ProcessPath!
            : "dotnet";
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };

        // No core dumps: they would hold rows. The lowest priority: people come first.
        string[] command = File.Exists(Shell)
            ? [Shell, "-c", "ulimit -c 0; exec nice -n 19 \"$@\"", "worker", host, options.Command, "worker", kind]
            : [host, options.Command, "worker", kind];
        start.FileName = command[0];
        foreach (var word in command.Skip(1))
        {
            start.ArgumentList.Add(word);
        }

        WorkerEnvironment.Restrict(start.Environment, options);
        return new WorkerProcess(Process.Start(start)!, options, clock);
    }

    /// <summary>The exception that says how it ended, once it has.</summary>
    public async Task<WorkerDiedException> DeathAsync()
    {
        await KillAsync();
        return new WorkerDiedException(_reason, _process.HasExited ? _process.ExitCode : null, await _faults);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _end.CancelAsync();
        await KillAsync();
        await _watch;
        _end.Dispose();
        _process.Dispose();
    }

    private async Task KillAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }

        await _process.WaitForExitAsync();
    }

    private async Task WatchAsync()
    {
        var until = _clock.GetUtcNow() + _options.TimeMax;
        try
        {
            while (!_process.HasExited)
            {
                await Task.Delay(_options.WatchInterval, _end.Token);
                _process.Refresh();
                var reason = _clock.GetUtcNow() >= until ? WorkerDiedException.TimeLimit
                    : !_process.HasExited && _process.WorkingSet64 > _options.MemoryMax
                        ? WorkerDiedException.MemoryLimit
                    : null;
                if (reason is not null)
                {
                    _reason = reason;
                    await KillAsync();
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            // It is no longer wanted, or is gone.
        }
    }

    private async Task<string> ReadFaultsAsync()
    {
        var kept = new StringBuilder();
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            if (kept.Length < FaultsMax)
            {
                kept.AppendLine(line.Length > FaultsMax ? line[..FaultsMax] : line);
            }
        }

        return kept.ToString();
    }
}
