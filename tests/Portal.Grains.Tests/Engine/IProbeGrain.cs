using Orleans;

namespace Portal.Grains.Tests.Engine;

internal interface IProbeGrain : IGrainWithStringKey
{
    Task<int> AddAsync(int by);

    /// <summary>Adds 1 in many local tasks at once.</summary>
    Task<int> AddManyAsync(int tasks);

    ValueTask<int> CountAsync();

    ValueTask ResetAsync();

    Task FailAsync(string message);

    /// <summary>Tells that it arrived, then waits for the gate.</summary>
    Task HoldAsync(CancellationToken cancellationToken);

    Task<string?> ReadContextAsync(string name);

    Task SetContextAsync(string name, string value);

    Task<string?> ForwardContextAsync(string name, string to);

    /// <summary>Calls <paramref name="to"/>, which calls back here.</summary>
    [ResponseTimeout("00:00:10")]
    Task CallAndBackAsync(string to);

    [ResponseTimeout("00:00:05")]
    Task CallBackAsync(string to);

    Task LeaveAsync();

    Task<string> KeyFromReferenceAsync();
}
