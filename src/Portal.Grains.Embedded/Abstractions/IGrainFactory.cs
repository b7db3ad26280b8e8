using Orleans.Runtime;

namespace Orleans;

/// <summary>Makes references to grains. A grain need not be created; it exists when it is called.</summary>
public interface IGrainFactory
{
    /// <summary>A reference to the grain of this kind with this key.</summary>
    /// <typeparam name="TGrainInterface">The contract.</typeparam>
    /// <param name="primaryKey">The key; not blank.</param>
    /// <param name="grainClassNamePrefix">Start of the class's full name, where several classes implement it.</param>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    /// <summary>A reference to the grain of this kind with this key.</summary>
    /// <param name="grainInterfaceType">The contract.</param>
    /// <param name="grainPrimaryKey">The key; not blank.</param>
    IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey);

    /// <summary>A reference to the grain with this identity.</summary>
    /// <typeparam name="TGrainInterface">A contract that the grain's class implements.</typeparam>
    /// <param name="grainId">The identity.</param>
    TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable;
}
