using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Portal.Web.Tests.Ui;

/// <summary>bUnit asks for an older AngleSharp.Diffing by name than the one that lies beside the tests.</summary>
internal static class AngleSharpDiffingLoader
{
    private const string Name = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void Register() =>
        AssemblyLoadContext.Default.Resolving += (_, wanted) => wanted.Name == Name
            ? Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, Name + ".dll"))
            : null;
}
