using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Orleans.Runtime;

namespace Portal.Grains.Embedded;

/// <summary>A reference to a grain: turns method calls into messages.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "The runtime derives the proxies from it.")]
internal class GrainProxy : DispatchProxy, IAddressable
{
    public EmbeddedGrainHost Host { get; private set; } = null!; // set by Create, before anyone sees the proxy

    public GrainId GrainId { get; private set; }

    public static IAddressable Create(EmbeddedGrainHost host, Type contract, GrainId grainId)
    {
        var proxy = (GrainProxy)Create(contract, typeof(GrainProxy));
        proxy.Host = host;
        proxy.GrainId = grainId;
        return proxy;
    }

    public override bool Equals(object? obj) =>
        obj is GrainProxy other && ReferenceEquals(Host, other.Host) && GrainId == other.GrainId;

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => GrainId.ToString();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        Host.Send(new GrainCall(GrainMethod.Of(targetMethod!), GrainId, args ?? []));
}
