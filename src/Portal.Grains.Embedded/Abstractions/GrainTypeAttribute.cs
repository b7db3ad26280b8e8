using Orleans.Metadata;
using Orleans.Runtime;

namespace Orleans;

/// <summary>The stable name of a grain class, the first part of its grains' identities.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class GrainTypeAttribute : Attribute, IGrainTypeProviderAttribute
{
    private readonly GrainType _grainType;

    /// <summary>Sets the name.</summary>
    /// <param name="grainType">Unique in the host; not blank.</param>
    public GrainTypeAttribute(string grainType)
    {
        _grainType = GrainType.Create(grainType);
    }

    /// <inheritdoc/>
    public GrainType GetGrainType(IServiceProvider services, Type type) => _grainType;
}
