using System.Reflection;
using System.Runtime.CompilerServices;

namespace Portal.Architecture.Tests.Code;

/// <summary>The product's assemblies, loaded.</summary>
internal static class PortalAssemblies
{
    public static Assembly Web { get; } = Assembly.Load("Portal.Web");

    public static Assembly Grains { get; } = Assembly.Load("Portal.Grains");

    public static Assembly Tenancy { get; } = Assembly.Load("Portal.Tenancy");

    public static Assembly Compute { get; } = Assembly.Load("Portal.Compute");

    public static IReadOnlyList<Assembly> All { get; } =
    [
        Web, Grains, Tenancy, Compute,
        Assembly.Load("Portal.Grains.Abstractions"), Assembly.Load("Portal.Grains.Embedded"),
    ];

    /// <summary>Types that a person wrote.</summary>
    public static IEnumerable<Type> Written(this Assembly assembly) =>
        assembly.GetTypes().Where(t => !IsGenerated(t));

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
