using Orleans.Runtime;

namespace Orleans.Metadata;

/// <summary>An attribute that names a grain class.</summary>
public interface IGrainTypeProviderAttribute
{
    /// <summary>The name of the class.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="type">The grain class.</param>
    GrainType GetGrainType(IServiceProvider services, Type type);
}
