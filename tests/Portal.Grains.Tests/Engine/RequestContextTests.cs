using Orleans.Runtime;

namespace Portal.Grains.Tests.Engine;

public sealed class RequestContextTests
{
    [Fact]
    public async Task Get_WhenCallerSetAValue_SeesItAlongTheChainOfCalls()
    {
        await using var host = new ProbeHost();
        RequestContext.Set("who", "amal");

        (await host.Grain("a").ForwardContextAsync("who", "b")).ShouldBe("amal");
    }

    [Fact]
    public async Task Get_WhenAnotherCallerSetAValue_SeesNothing()
    {
        await using var host = new ProbeHost();
        await Task.Run(async () =>
        {
            RequestContext.Set("who", "amal");
            await host.Grain("a").CountAsync();
        });

        (await host.Grain("a").ReadContextAsync("who")).ShouldBeNull();
    }

    [Fact]
    public async Task Set_WhenGrainSetsAValue_ReachesNeitherCallerNorNextCall()
    {
        await using var host = new ProbeHost();

        await host.Grain("a").SetContextAsync("who", "grain");

        RequestContext.Get("who").ShouldBeNull();
        (await host.Grain("a").ReadContextAsync("who")).ShouldBeNull();
    }

    [Fact]
    public async Task Set_WhenCallIsAlreadySent_DoesNotChangeIt()
    {
        await using var host = new ProbeHost();
        var held = host.Grain("a").HoldAsync(CancellationToken.None);
        await host.Probe.Arrived.WaitAsync(ProbeHost.Patience);
        RequestContext.Set("who", "before");
        var read = host.Grain("a").ReadContextAsync("who");

        RequestContext.Set("who", "after");
        host.Probe.Open();

        (await read).ShouldBe("before");
        await held;
    }

    [Fact]
    public void Remove_WhenLastValueGoes_LeavesNone()
    {
        RequestContext.Set("who", "amal");

        RequestContext.Remove("who").ShouldBeTrue();

        RequestContext.Remove("who").ShouldBeFalse();
        RequestContext.Keys.ShouldBeEmpty();
    }
}
