using System.Collections.Frozen;
using System.Reflection;
using Orleans.Runtime;

namespace Portal.Grains.Embedded;

/// <summary>The grain classes that a host knows.</summary>
internal sealed class GrainClasses
{
    private readonly FrozenDictionary<GrainType, GrainClass> _byType;
    private readonly FrozenDictionary<Type, GrainClass[]> _byInterface;

    public GrainClasses(IEnumerable<Assembly> assemblies, IServiceProvider services)
    {
        var classes = assemblies.Distinct()
            .SelectMany(x => x.GetTypes())
            .Where(GrainClass.IsGrain)
            .Select(x => new GrainClass(x, services))
            .ToArray();
        var twice = classes.GroupBy(x => x.GrainType).FirstOrDefault(x => x.Count() > 1);
        if (twice is not null)
        {
            var names = string.Join(", ", twice.Select(x => x.Type.FullName));
            throw new InvalidOperationException($"Several classes are grain type {twice.Key}: {names}.");
        }

        _byType = classes.ToFrozenDictionary(x => x.GrainType);
        _byInterface = classes.SelectMany(x => x.Interfaces.Select(y => (Interface: y, Class: x)))
            .GroupBy(x => x.Interface, x => x.Class)
            .ToFrozenDictionary(x => x.Key, x => x.ToArray());
    }

    public GrainClass Of(GrainType type) => _byType.TryGetValue(type, out var found)
        ? found
        : throw new ArgumentException($"There is no grain class for grain type {type}.");

    public GrainClass Implementing(Type contract, string? classNamePrefix)
    {
        var found = _byInterface.TryGetValue(contract, out var all) ? all : [];
        if (!string.IsNullOrEmpty(classNamePrefix))
        {
            found = [.. found.Where(x => x.Type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal))];
        }

        return found switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"Could not find an implementation for interface {contract}."),
            _ => throw new ArgumentException(
                $"Several classes implement {contract}: {string.Join(", ", found.Select(x => x.Type.FullName))}."),
        };
    }
}
