using Orleans.Runtime;

namespace Portal.Grains.Tests.Engine;

public sealed class TurnTests
{
    [Fact]
    public async Task Call_WhenHundredCallersCallOneGrain_RunsOneTurnAtATime()
    {
        await using var host = new ProbeHost();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => host.Grain("a").AddAsync(1))));

        (await host.Grain("a").CountAsync()).ShouldBe(100);
        host.Probe.InsideMax.ShouldBe(1);
    }

    [Fact]
    public async Task Call_WhenOneTurnStartsManyTasks_RunsThemOneAtATime()
    {
        await using var host = new ProbeHost();

        (await host.Grain("a").AddManyAsync(200)).ShouldBe(200);

        host.Probe.InsideMax.ShouldBe(1);
    }

    [Fact]
    public async Task Call_WhenTwoGrainsAreCalled_RunsBothTurnsTogether()
    {
        await using var host = new ProbeHost();

        var both = Task.WhenAll(
            host.Grain("a").HoldAsync(CancellationToken.None),
            host.Grain("b").HoldAsync(CancellationToken.None));
        (await host.Probe.Arrived.WaitAsync(ProbeHost.Patience)).ShouldBeTrue();
        (await host.Probe.Arrived.WaitAsync(ProbeHost.Patience)).ShouldBeTrue();

        host.Probe.Open();
        await both;
    }

    [Fact]
    public async Task Call_WhenGrainThrows_FailsTheCallerAndKeepsTheActivation()
    {
        await using var host = new ProbeHost();

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => host.Grain("a").FailAsync("no model"));

        failure.Message.ShouldBe("no model");
        (await host.Grain("a").CountAsync()).ShouldBe(1);
        host.Probe.Activations.ShouldBe(1);
    }

    [Fact]
    public async Task Call_WhenCancelledWhileWaiting_NeverStarts()
    {
        await using var host = new ProbeHost();
        using var cancellation = new CancellationTokenSource();
        var first = host.Grain("a").HoldAsync(CancellationToken.None);
        await host.Probe.Arrived.WaitAsync(ProbeHost.Patience);
        var second = host.Grain("a").HoldAsync(cancellation.Token);

        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => second);

        host.Probe.Open();
        await first;
        await host.Grain("a").CountAsync();
        host.Probe.Log.ShouldBe(["held"]);
    }

    [Fact]
    public async Task Call_WhenCancelledWhileRunning_SeesItsToken()
    {
        await using var host = new ProbeHost();
        using var cancellation = new CancellationTokenSource();
        var call = host.Grain("a").HoldAsync(cancellation.Token);
        await host.Probe.Arrived.WaitAsync(ProbeHost.Patience);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        (await host.Probe.Left.WaitAsync(ProbeHost.Patience)).ShouldBeTrue();
        host.Probe.Log.ShouldBe(["held", "cancelled"]);
    }

    [Fact]
    public async Task Call_WhenMailboxIsFull_IsRefusedAndTheOthersRun()
    {
        await using var host = new ProbeHost(x => x.Configure(y => y.MailboxMax = 2));
        var held = host.Grain("a").HoldAsync(CancellationToken.None);
        await host.Probe.Arrived.WaitAsync(ProbeHost.Patience);
        var waiting = new[] { host.Grain("a").AddAsync(1), host.Grain("a").AddAsync(1) };

        await Should.ThrowAsync<LimitExceededException>(() => host.Grain("a").AddAsync(1));

        host.Probe.Open();
        await held;
        (await Task.WhenAll(waiting)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Call_WhenTwoGrainsCallInACycle_TimesOutNamingTheCycle()
    {
        var time = new ManualTime();
        await using var host = new ProbeHost(time: time);
        var outer = host.Grain("a").CallAndBackAsync("b");
        await host.Probe.Arrived.WaitAsync(ProbeHost.Patience);

        time.Advance(TimeSpan.FromSeconds(5));
        var failure = await Should.ThrowAsync<TimeoutException>(() => outer);

        failure.Message.ShouldContain("Call chain: probe/a.CallAndBackAsync -> probe/b.CallBackAsync");
        failure.Message.ShouldContain("Deadlock: probe/b.CallBackAsync, which waits for probe/a.CountAsync, "
            + "which waits for probe/a.CallAndBackAsync, which waits for probe/b.CallBackAsync.");
    }

    [Fact]
    public async Task Call_WhenGrainIsSlow_TimesOutWithoutClaimingADeadlock()
    {
        var time = new ManualTime();
        await using var host = new ProbeHost(time: time);
        var call = host.Grain("a").HoldAsync(CancellationToken.None);
        await host.Probe.Arrived.WaitAsync(ProbeHost.Patience);

        time.Advance(TimeSpan.FromSeconds(30));

        (await Should.ThrowAsync<TimeoutException>(() => call)).Message.ShouldNotContain("Deadlock");
        host.Probe.Open();
    }
}
