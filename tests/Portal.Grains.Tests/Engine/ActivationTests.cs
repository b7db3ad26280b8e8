using Orleans;
using Orleans.Runtime;
using Portal.Grains.Embedded;

namespace Portal.Grains.Tests.Engine;

public sealed class ActivationTests
{
    [Fact]
    public async Task Sweep_WhenGrainIsIdleTooLong_EndsItAndTheNextCallMakesANewOne()
    {
        var time = new ManualTime();
        await using var host = new ProbeHost(time: time);
        await host.Grain("a").AddAsync(1);

        // The turn's end is marked just after its answer, so the clock may have to move more than once.
        while (host.Probe.Left.CurrentCount == 0)
        {
            time.Advance(TimeSpan.FromMinutes(11));
            await Task.Yield();
        }

        host.Probe.Ended.ShouldBe([("a", DeactivationReasonCode.ActivationIdle)]);
        (await host.Grain("a").CountAsync()).ShouldBe(0);
        host.Probe.Activations.ShouldBe(2);
    }

    [Fact]
    public async Task Sweep_WhenGrainWasJustUsed_KeepsIt()
    {
        var time = new ManualTime();
        await using var host = new ProbeHost(time: time);
        await host.Grain("a").AddAsync(1);

        time.Advance(TimeSpan.FromMinutes(5));

        (await host.Grain("a").CountAsync()).ShouldBe(1);
        host.Probe.Activations.ShouldBe(1);
    }

    [Fact]
    public async Task Sweep_WhenTurnIsLong_KeepsTheActivation()
    {
        var time = new ManualTime();
        await using var host = new ProbeHost(x => x.Configure(y => y.ResponseTimeout = TimeSpan.FromDays(1)), time);
        var held = host.Grain("a").HoldAsync(CancellationToken.None);
        await host.Probe.Arrived.WaitAsync(ProbeHost.Patience);

        time.Advance(TimeSpan.FromHours(1));

        host.Probe.Open();
        await held;
        host.Probe.Ended.ShouldBeEmpty();
    }

    [Fact]
    public async Task Call_WhenThereAreTooManyActivations_EndsTheLeastRecentlyUsed()
    {
        await using var host = new ProbeHost(x => x.Configure(y => y.ActivationsMax = 10));

        for (var i = 0; i < 200; i++)
        {
            await host.Grain($"{i}").AddAsync(1);
        }

        for (var i = 0; i < 150; i++)
        {
            (await host.Probe.Left.WaitAsync(ProbeHost.Patience)).ShouldBeTrue();
        }

        host.Probe.Ended.ShouldContain(("0", DeactivationReasonCode.RuntimeRequested));
        host.Probe.Ended.Select(x => x.Key).ShouldNotContain("199");
    }

    [Fact]
    public async Task DeactivateOnIdle_WhenCalled_EndsAfterTheTurn()
    {
        await using var host = new ProbeHost();
        await host.Grain("a").AddAsync(1);

        await host.Grain("a").LeaveAsync();

        (await host.Grain("a").CountAsync()).ShouldBe(0);
        host.Probe.Ended.ShouldBe([("a", DeactivationReasonCode.ApplicationRequested)]);
    }

    [Fact]
    public async Task Call_WhenActivationFails_FailsTheCallerAndTheNextCallTriesAgain()
    {
        await using var host = new ProbeHost();
        host.Probe.FailActivations(1);

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => host.Grain("a").AddAsync(1));

        failure.Message.ShouldBe("no database");
        (await host.Grain("a").AddAsync(1)).ShouldBe(1);
    }

    [Fact]
    public async Task Call_WhenTwoHostsHoldTheSameKey_SharesNothing()
    {
        await using var north = new ProbeHost();
        await using var west = new ProbeHost();

        await north.Grain("a").AddAsync(7);

        (await west.Grain("a").CountAsync()).ShouldBe(0);
        (await north.Grain("a").CountAsync()).ShouldBe(7);
        north.Grain("a").ShouldBe(north.Grain("a"));
        north.Grain("a").ShouldNotBe(west.Grain("a"));
    }

    [Fact]
    public async Task Reference_WhenMadeInsideOrOutside_KnowsItsGrain()
    {
        await using var host = new ProbeHost();

        (await host.Grain("t1/default/model/m1").KeyFromReferenceAsync()).ShouldBe("t1/default/model/m1");
        host.Grain("a").GetGrainId().ShouldBe(GrainId.Create("probe", "a"));
    }

    [Fact]
    public async Task GetGrain_WhenNoClassImplementsTheContract_Throws()
    {
        await using var host = new ProbeHost();

        Should.Throw<ArgumentException>(() => host.Host.GrainFactory.GetGrain<IOrphanGrain>("a"));
    }

    [Fact]
    public void Of_WhenMethodDoesNotReturnATask_IsRefused() =>
        Should.Throw<NotSupportedException>(
            () => GrainMethod.Of(typeof(IOrphanGrain).GetMethod(nameof(IOrphanGrain.Forget))!));

    private interface IOrphanGrain : IGrainWithStringKey
    {
        void Forget();
    }
}
