using Orleans;
using Orleans.Runtime;

namespace Portal.Grains.Tests.Engine;

public sealed class StopTests
{
    [Fact]
    public async Task StopAsync_WhenCallsWait_FinishesThemAndEndsTheGrains()
    {
        await using var host = new ProbeHost();
        var held = host.Grain("a").HoldAsync(CancellationToken.None);
        await host.Probe.Arrived.WaitAsync(ProbeHost.Patience);
        var forwarded = host.Grain("a").ForwardContextAsync("who", "b");

        var stopping = host.Host.StopAsync(CancellationToken.None);
        await Should.ThrowAsync<SiloUnavailableException>(() => host.Grain("c").AddAsync(1));
        host.Probe.Open();

        await held;
        await forwarded;
        await stopping;
        host.Host.ActivationCount.ShouldBe(0);
        host.Probe.Ended.Order().ShouldBe(
            [("a", DeactivationReasonCode.ShuttingDown), ("b", DeactivationReasonCode.ShuttingDown)]);
    }

    [Fact]
    public async Task StopAsync_WhenTurnOutlastsTheDeadline_FailsItsCaller()
    {
        var time = new ManualTime();
        await using var host = new ProbeHost(time: time);
        var held = host.Grain("a").HoldAsync(CancellationToken.None);
        await host.Probe.Arrived.WaitAsync(ProbeHost.Patience);
        var waiting = host.Grain("a").AddAsync(1);

        var stopping = host.Host.StopAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(20));
        await stopping;

        await Should.ThrowAsync<SiloUnavailableException>(() => held);
        await Should.ThrowAsync<SiloUnavailableException>(() => waiting);
    }
}
