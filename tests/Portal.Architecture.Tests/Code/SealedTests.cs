using System.Reflection;
using Microsoft.AspNetCore.Components;
using Portal.Architecture.Tests.Repository;

namespace Portal.Architecture.Tests.Code;

public sealed class SealedTests
{
    [Fact]
    public void Classes_WhenNothingDerivesFromThem_AreSealed()
    {
        var classes = PortalAssemblies.All.SelectMany(a => a.Written()).Where(t => t.IsClass).ToList();
        classes.Count.ShouldBeGreaterThan(200);
        var bases = classes.Select(t => t.BaseType).OfType<Type>().Select(Definition).ToHashSet();
        classes.Where(t => !t.IsAbstract && !t.IsSealed && !bases.Contains(t))
            // Markup makes its class unsealed; only a part in code could seal it.
            .Where(t => !typeof(DispatchProxy).IsAssignableFrom(t))
            .Where(t => !typeof(ComponentBase).IsAssignableFrom(t) && t.Name != "Program" && t.Name != "_Imports")
            .Select(t => t.FullName ?? t.Name)
            .ShouldBeNone("A class is sealed unless another one of the product derives from it.");
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
