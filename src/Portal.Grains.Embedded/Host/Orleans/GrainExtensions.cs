using Orleans.Runtime;
using Portal.Grains.Embedded;

namespace Orleans;

/// <summary>What can be asked of a grain or of a reference to one.</summary>
public static class GrainExtensions
{
    /// <summary>A reference to the same grain under a contract.</summary>
    /// <typeparam name="TGrainInterface">A contract that the grain's class implements.</typeparam>
    /// <param name="grain">The grain or a reference.</param>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        var host = grain is GrainProxy proxy ? proxy.Host : Activation.Of(((IGrainBase)grain).GrainContext).Host;
        return (TGrainInterface)host.Reference(typeof(TGrainInterface), grain.GetGrainId());
    }

    /// <summary>The identity of a grain.</summary>
    /// <param name="grain">The grain or a reference.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        GrainProxy proxy => proxy.GrainId,
        IGrainBase { GrainContext: { } context } => context.GrainId,
        _ => throw new ArgumentException(
            $"{grain?.GetType()} is neither a reference nor a hosted grain.",
            nameof(grain)),
    };

    /// <summary>The key of a grain.</summary>
    /// <param name="grain">The grain or a reference.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();
}
