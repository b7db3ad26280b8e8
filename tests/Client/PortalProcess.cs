using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Portal.Tests.Client;

/// <summary>The published portal as a process of its own, on a data folder and database that outlive it.</summary>
public sealed class PortalProcess(
    string app,
    string data,
    string database,
    string prefix,
    IReadOnlyDictionary<string, string>? settings = null) : IAsyncDisposable
{
    private Process? _process;

    public int Port { get; } = FreePort();

    public string Root => $"http://localhost:{Port}";

    /// <summary>Starts it and waits until it is ready; the time that took.</summary>
    public async Task<TimeSpan> StartAsync(CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(app)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(app);
        start.Environment["Portal__Data"] = data;
        start.Environment["Portal__Database"] = database;
        start.Environment["Portal__DatabasePrefix"] = prefix;
        start.Environment["Portal__Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var began = Stopwatch.StartNew();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Log(line.Data);
        _process.ErrorDataReceived += (_, line) => Log(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        while (began.Elapsed < TimeSpan.FromSeconds(90))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The portal stopped with {_process.ExitCode}.\n{LastWords()}");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri(Root + "/health/ready"), cancel);
                if (answer.StatusCode is HttpStatusCode.OK)
                {
                    return began.Elapsed;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException
                && !cancel.IsCancellationRequested)
            {
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        }

        throw new TimeoutException($"The portal was not ready within 90 s.\n{LastWords()}");
    }

    /// <summary><c>kill -9</c>: the process alone, as a crash would; its workers must end by themselves.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill(entireProcessTree: false);
            await process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
        _process = null;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private readonly Queue<string> _lines = new();

    private string LastWords()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }

    private void Log(string? line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line ?? string.Empty);
            while (_lines.Count > 40)
            {
                _lines.Dequeue();
            }
        }
    }
}
