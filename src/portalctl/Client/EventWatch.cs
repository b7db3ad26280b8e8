using System.Net.ServerSentEvents;

namespace Portal.Ctl.Client;

/// <summary>Follows the server-sent events of an address, across dropped connections.</summary>
internal sealed class EventWatch(PortalClient client)
{
    private const int DropsMax = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Tells each event until <paramref name="said"/> answers false.</summary>
    public async Task RunAsync(string path, Func<SseItem<string>, bool> said, CancellationToken cancel)
    {
        string? last = null;
        for (var drops = 0; drops < DropsMax; drops++)
        {
            try
            {
                await using var stream = await client.OpenEventsAsync(path, last, cancel);
                await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancel))
                {
                    last = item.EventId ?? last;
                    if (!said(item))
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is IOException or HttpRequestException && !cancel.IsCancellationRequested)
            {
                // The portal may be starting anew; what was told before is not told again.
            }

            await Task.Delay(Pause, cancel);
        }

        throw new CommandFailedException(
            ExitCode.Failed, $"The connection to {client.Address} was lost. The run goes on without it.");
    }
}
