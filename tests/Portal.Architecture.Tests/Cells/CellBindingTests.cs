using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Portal.Architecture.Tests.Code;
using Portal.Architecture.Tests.Repository;
using Portal.Tenancy.Regions;

namespace Portal.Architecture.Tests.Cells;

public sealed class CellBindingTests
{
    /// <summary>A cell, whatever hangs on one, and the factory of its grains.</summary>
    private static readonly HashSet<Type> Bound =
    [
        typeof(ICell), typeof(IGrainFactory),
        .. typeof(ICell).GetProperties().Select(p => p.PropertyType).Where(t => t.IsInterface || t.IsClass),
    ];

    /// <summary>The directory of slugs and regions is the one thing that is global, and so is its database.</summary>
    private static readonly string[] Global = ["Portal.Tenancy.Regions.TenantDirectory"];

    private static List<ServiceDescriptor> Singletons =>
    [
        .. PortalServices.Registered.Where(d => d.Lifetime == ServiceLifetime.Singleton && !d.IsKeyedService),
    ];

    [Fact]
    public void Bound_WhenReadFromTheCell_KnowsItsParts() => Bound.Count.ShouldBeGreaterThanOrEqualTo(7);

    [Fact]
    public void Singletons_WhenRegistered_AreNoPartOfACell() =>
        Singletons.Where(d => Bound.Contains(d.ServiceType))
            .Select(d => d.ServiceType.FullName!)
            .ShouldBeNone("What is bound to a cell is reached by ICells.Of(region).");

    [Fact]
    public void Singletons_WhenMade_AreGivenNoPartOfACell()
    {
        var ours = Singletons.Select(d => d.ImplementationType ?? d.ImplementationInstance?.GetType())
            .OfType<Type>()
            .Where(t => PortalAssemblies.All.Contains(t.Assembly))
            .Distinct()
            .ToList();
        ours.Count.ShouldBeGreaterThan(10);
        ours.Where(t => !Global.Contains(t.FullName))
            .SelectMany(t => Held(t).Where(Bound.Contains).Select(b => $"{t.FullName} holds {b.Name}"))
            .Distinct()
            .ShouldBeNone("A singleton serves every cell, so it is given ICells and asks with the region.");
    }

    private static IEnumerable<Type> Held(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(c => c.GetParameters())
            .Select(p => p.ParameterType)
            .Concat(type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Select(f => f.FieldType));
}
