using Orleans;
using Orleans.Runtime;

namespace Portal.Grains.Embedded;

internal sealed class GrainFactory(EmbeddedGrainHost host, GrainClasses classes) : IGrainFactory
{
    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey =>
        (TGrainInterface)Reference(typeof(TGrainInterface), primaryKey, grainClassNamePrefix);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) =>
        (IGrain)Reference(grainInterfaceType, grainPrimaryKey, null);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable =>
        (TGrainInterface)host.Reference(typeof(TGrainInterface), grainId);

    private IAddressable Reference(Type contract, string key, string? classNamePrefix) => GrainProxy.Create(
        host,
        contract,
        GrainId.Create(classes.Implementing(contract, classNamePrefix).GrainType, key));
}
