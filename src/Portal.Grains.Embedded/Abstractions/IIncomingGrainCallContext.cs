using System.Reflection;
using Orleans.Runtime;

namespace Orleans;

/// <summary>A call on its way to the grain, seen by the grain's side.</summary>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    /// <summary>The called activation.</summary>
    IGrainContext TargetContext { get; }

    /// <summary>The class's method.</summary>
    MethodInfo ImplementationMethod { get; }
}
