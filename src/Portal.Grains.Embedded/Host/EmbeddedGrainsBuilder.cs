using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Portal.Grains.Embedded;

/// <summary>Says what a host holds.</summary>
public sealed class EmbeddedGrainsBuilder
{
    private readonly List<Assembly> _assemblies = [];

    internal EmbeddedGrainsBuilder(IServiceCollection services)
    {
        Services = services;
    }

    /// <summary>The services that grains are made from.</summary>
    public IServiceCollection Services { get; }

    internal IReadOnlyList<Assembly> Assemblies => _assemblies;

    internal EmbeddedGrainOptions Options { get; } = new();

    /// <summary>Adds the grain classes of an assembly, public or not.</summary>
    /// <param name="assembly">The assembly.</param>
    public EmbeddedGrainsBuilder AddGrainAssembly(Assembly assembly)
    {
        _assemblies.Add(assembly);
        return this;
    }

    /// <summary>Adds a filter after those already added.</summary>
    /// <typeparam name="TFilter">The filter; one instance per host.</typeparam>
    public EmbeddedGrainsBuilder AddIncomingGrainCallFilter<TFilter>()
        where TFilter : class, IIncomingGrainCallFilter
    {
        Services.AddSingleton<IIncomingGrainCallFilter, TFilter>();
        return this;
    }

    /// <summary>Sets the bounds.</summary>
    /// <param name="configure">Changes the options.</param>
    public EmbeddedGrainsBuilder Configure(Action<EmbeddedGrainOptions> configure)
    {
        configure(Options);
        return this;
    }
}
