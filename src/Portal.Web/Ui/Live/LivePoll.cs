namespace Portal.Web.Ui.Live;

/// <summary>Asks again and again, never faster than the pause and never two at once.</summary>
public static class LivePoll
{
    /// <summary>The pause for what moves while somebody watches.</summary>
    public static readonly TimeSpan Fast = TimeSpan.FromMilliseconds(750);

    /// <summary>The pause for dashboards.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Runs <paramref name="turn"/>, waits <paramref name="pause"/>, and so on until a turn answers false or
    /// <paramref name="cancel"/> is cancelled.
    /// </summary>
    public static async Task RunAsync(
        Func<CancellationToken, Task<bool>> turn, TimeSpan pause, TimeProvider clock, CancellationToken cancel)
    {
        while (await turn(cancel))
        {
            await Task.Delay(pause, clock, cancel);
        }
    }
}
