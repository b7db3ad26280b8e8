using Portal.Grains.Serving.Gateway;

namespace Portal.Grains.Tests.Serving;

public sealed class TenantGateTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Enter_WhenAllPlacesAreTaken_WaitsForItsTurn()
    {
        var gate = new TenantGate(TimeProvider.System);
        (await gate.EnterAsync(1, 1, Long, CancellationToken.None)).ShouldBeTrue();
        var second = gate.EnterAsync(1, 1, Long, CancellationToken.None);

        second.IsCompleted.ShouldBeFalse();
        (await gate.EnterAsync(1, 1, Long, CancellationToken.None)).ShouldBeFalse();
        gate.Leave();

        (await second).ShouldBeTrue();
    }

    [Fact]
    public async Task Enter_WhenTheWaitIsOver_IsRefusedAndLeavesNoTrace()
    {
        var gate = new TenantGate(TimeProvider.System);
        await gate.EnterAsync(1, 5, Long, CancellationToken.None);

        (await gate.EnterAsync(1, 5, TimeSpan.FromMilliseconds(10), CancellationToken.None)).ShouldBeFalse();
        gate.Leave();

        (await gate.EnterAsync(1, 5, TimeSpan.Zero, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task Enter_WhenTheCallerGivesUp_HandsTheTurnOn()
    {
        var gate = new TenantGate(TimeProvider.System);
        await gate.EnterAsync(1, 5, Long, CancellationToken.None);
        using var givesUp = new CancellationTokenSource();
        var waiting = gate.EnterAsync(1, 5, Long, givesUp.Token).AsTask();
        var next = gate.EnterAsync(1, 5, Long, CancellationToken.None);
        await givesUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);

        gate.Leave();

        (await next).ShouldBeTrue();
    }
}
