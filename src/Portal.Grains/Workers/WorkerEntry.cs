using System.Diagnostics;
using Portal.Grains.Training.Execution;

namespace Portal.Grains.Workers;

/// <summary>
/// What runs in a worker process instead of the portal. It knows no tenant, opens no file and no connection: a job
/// comes in by its input, an answer leaves by its output, and when the input ends it dies with whoever started it.
/// </summary>
public static class WorkerEntry
{
    private const int Misused = 64;
    private const int Broken = 70;

    /// <summary>Does the one job. Gives the process's exit code.</summary>
    /// <param name="args">The kind of worker: <c>train</c>.</param>
    /// <param name="input">The job, then the data; open until the portal wants the worker to end.</param>
    /// <param name="output">Progress and the answer.</param>
    /// <param name="faults">What went wrong unexpectedly.</param>
    public static async Task<int> RunAsync(string[] args, Stream input, Stream output, TextWriter faults)
    {
        if (args is not ["train"])
        {
            await faults.WriteLineAsync("There is no such worker.");
            return Misused;
        }

        try
        {
            await TrainingWorkerMain.RunAsync(input, output, DieWith);
            return 0;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Where and what, but not the message: it may quote a value of the data.
            await faults.WriteLineAsync($"{e.GetType()}\n{e.StackTrace}");
            return Broken;
        }
    }

    private static void DieWith(Stream input) => new Thread(() =>
    {
        try
        {
            input.CopyTo(Stream.Null); // Nothing comes after the data; only the end matters.
        }
        catch (IOException)
        {
            // A broken pipe is an end, too.
        }

        Process.GetCurrentProcess().Kill();
    })
    {
        IsBackground = true,
        Name = "parent watch",
    }.Start();
}
