using Orleans;

namespace Portal.Grains.Tests.Engine;

public sealed class CallFilterTests
{
    [Fact]
    public async Task Invoke_WhenTwoFiltersAreRegistered_RunsThemInOrderAroundTheGrain()
    {
        await using var host = new ProbeHost(x => x
            .AddIncomingGrainCallFilter<OuterFilter>()
            .AddIncomingGrainCallFilter<InnerFilter>());

        (await host.Grain("a").AddAsync(1)).ShouldBe(11);

        host.Probe.Log.ShouldBe(["outer AddAsync probe/a", "inner ProbeGrain", "inner done 10", "outer done 11"]);
    }

    [Fact]
    public async Task Invoke_WhenFilterThrows_RefusesWithoutRunningTheGrain()
    {
        await using var host = new ProbeHost(x => x.AddIncomingGrainCallFilter<RefusingFilter>());

        await Should.ThrowAsync<UnauthorizedAccessException>(() => host.Grain("a").AddAsync(1));

        (await host.Grain("a").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Invoke_WhenFilterAnswersItself_GivesItsAnswer()
    {
        await using var host = new ProbeHost(x => x.AddIncomingGrainCallFilter<AnsweringFilter>());

        (await host.Grain("a").AddAsync(1)).ShouldBe(42);
        (await host.Grain("a").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Invoke_WhenAGrainCalls_NamesItAsTheSource()
    {
        await using var host = new ProbeHost(x => x.AddIncomingGrainCallFilter<SourceFilter>());

        await host.Grain("a").ForwardContextAsync("who", "b");

        host.Probe.Log.ShouldBe(["none -> probe/a", "probe/a -> probe/b"]);
    }

    private sealed class OuterFilter(Probe probe) : IIncomingGrainCallFilter
    {
        public async Task Invoke(IIncomingGrainCallContext context)
        {
            probe.Log.Enqueue($"outer {context.MethodName} {context.TargetId}");
            context.Request.SetArgument(0, 10);
            await context.Invoke();
            probe.Log.Enqueue($"outer done {context.Result}");
        }
    }

    private sealed class InnerFilter(Probe probe) : IIncomingGrainCallFilter
    {
        public async Task Invoke(IIncomingGrainCallContext context)
        {
            probe.Log.Enqueue($"inner {context.ImplementationMethod.DeclaringType!.Name}");
            await context.Invoke();
            probe.Log.Enqueue($"inner done {context.Result}");
            context.Result = (int)context.Result! + 1;
        }
    }

    private sealed class RefusingFilter : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context) =>
            context.InterfaceMethod.Name == nameof(IProbeGrain.AddAsync)
                ? throw new UnauthorizedAccessException("not yours")
                : context.Invoke();
    }

    private sealed class AnsweringFilter : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context)
        {
            if (context.MethodName != nameof(IProbeGrain.AddAsync))
            {
                return context.Invoke();
            }

            context.Result = 42;
            return Task.CompletedTask;
        }
    }

    private sealed class SourceFilter(Probe probe) : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context)
        {
            probe.Log.Enqueue($"{context.SourceId?.ToString() ?? "none"} -> {context.TargetId}");
            return context.Invoke();
        }
    }
}
