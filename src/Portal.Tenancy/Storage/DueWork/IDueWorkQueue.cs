namespace Portal.Tenancy.Storage.DueWork;

/// <summary>
/// Rows of work that is due, taken by lease with <c>FOR UPDATE SKIP LOCKED</c>: at least once, by one holder at a time.
/// </summary>
public interface IDueWorkQueue
{
    /// <summary>
    /// Takes up to <paramref name="max"/> due rows of these kinds; each is leased and its attempt counted.
    /// </summary>
    Task<IReadOnlyList<DueWorkItem>> TakeAsync(
        IReadOnlyCollection<string> kinds, int max, TimeSpan lease, CancellationToken cancel);

    /// <summary>Removes a row that is done, unless it was scheduled anew while it ran.</summary>
    Task CompleteAsync(DueWorkItem work, CancellationToken cancel);

    /// <summary>Gives a row back for another attempt after <paramref name="delay"/>.</summary>
    Task RetryAsync(DueWorkItem work, TimeSpan delay, string error, CancellationToken cancel);

    /// <summary>Sets a row aside with its error; nobody takes it until a person asks for it.</summary>
    Task ParkAsync(DueWorkItem work, string error, CancellationToken cancel);

    /// <summary>Keeps a lease alive; false when it was lost.</summary>
    Task<bool> ExtendAsync(DueWorkItem work, TimeSpan lease, CancellationToken cancel);
}
