using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Metadata;
using Orleans.Runtime;

namespace Portal.Grains.Embedded;

/// <summary>A class that implements grains.</summary>
internal sealed class GrainClass
{
    private readonly ObjectFactory _make;

    public GrainClass(Type type, IServiceProvider services)
    {
        Type = type;
        GrainType = TypeNameOf(type, services);
        Interfaces = [.. type.GetInterfaces().Where(IsContract)];
        _make = ActivatorUtilities.CreateFactory(type, []);
        foreach (var method in Interfaces.Concat(Interfaces.SelectMany(x => x.GetInterfaces()))
            .SelectMany(x => x.GetMethods())
            .Where(x => !x.IsStatic))
        {
            GrainMethod.Of(method);
        }
    }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public IReadOnlyList<Type> Interfaces { get; }

    public static bool IsGrain(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && type.IsAssignableTo(typeof(IGrainBase))
        && type.GetInterfaces().Any(IsContract);

    public IGrainBase Make(IServiceProvider services) => (IGrainBase)_make(services, null);

    private static bool IsContract(Type type) =>
        type.IsAssignableTo(typeof(IGrain)) && type.Assembly != typeof(IGrain).Assembly;

    // Orleans' convention: the class's name in lower case, without "grain" at its end.
    private static GrainType TypeNameOf(Type type, IServiceProvider services)
    {
        var named = type.GetCustomAttributes(inherit: false).OfType<IGrainTypeProviderAttribute>().FirstOrDefault();
        if (named is not null)
        {
            return named.GetGrainType(services, type);
        }

        const string suffix = "grain";
        var name = type.Name.ToLowerInvariant();
        return GrainType.Create(
            name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal)
                ? name[..^suffix.Length]
                : name);
    }
}
