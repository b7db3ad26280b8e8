using System.Reflection;
using Orleans;
using Portal.Architecture.Tests.Code;
using Portal.Architecture.Tests.Repository;
using Portal.Grains.Runtime;

namespace Portal.Architecture.Tests.Grains;

public sealed class GrainTests
{
    private static List<Type> Contracts =>
        [.. PortalAssemblies.Grains.Written().Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t))];

    private static IEnumerable<MethodInfo> Methods =>
        Contracts.SelectMany(t => t.GetMethods()).Where(m => m.DeclaringType!.Assembly == PortalAssemblies.Grains);

    [Fact]
    public void Classes_WhenGrains_AreInternalAndSealed()
    {
        var grains = PortalAssemblies.Grains.Written()
            .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IGrain).IsAssignableFrom(t))
            .ToList();
        grains.Count.ShouldBeGreaterThanOrEqualTo(2);
        grains.Where(t => t.IsVisible || !t.IsSealed).Select(t => t.Name)
            .ShouldBeNone("A grain is reached by its interface only: internal sealed.");
    }

    [Fact]
    public void Methods_WhenOfAGrain_TakeATokenLastAndCanBeAwaited()
    {
        Methods.Count().ShouldBeGreaterThanOrEqualTo(4);
        Methods.Where(m => m.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)
                || !IsAwaitable(m.ReturnType)
                || !m.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(Name)
            .ShouldBeNone("A grain method is awaited, ends in Async and takes its token last.");
    }

    [Fact]
    public void Methods_WhenOfAGrain_NameThePermissionTheyNeed() =>
        Methods.Where(m => !m.IsDefined(typeof(RequiresAttribute))).Select(Name)
            .ShouldBeNone("A grain method without [Requires] can't be called.");

    [Fact]
    public void Contracts_WhenTheyCarryTypes_CarryNoneOfCompute() =>
        Methods.Where(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)
                .SelectMany(Parts).Any(t => t.Assembly == PortalAssemblies.Compute))
            .Select(Name)
            .ShouldBeNone("No type of Compute stands in a grain contract.");

    private static bool IsAwaitable(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>)
            || type.GetGenericTypeDefinition() == typeof(ValueTask<>)));

    private static IEnumerable<Type> Parts(Type type) =>
        type.GenericTypeArguments.SelectMany(Parts).Append(type.GetElementType() ?? type);

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
