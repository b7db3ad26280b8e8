using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime;
using Portal.Grains.Embedded;

namespace Orleans;

/// <summary>Base class of grains.</summary>
[SuppressMessage("Naming", "CA1725", Justification = "The names are those of Orleans' own base class.")]
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>Joins the activation that is being made. Outside a host there is none.</summary>
    protected Grain()
    {
        GrainContext = Activation.Current;
    }

    /// <summary>The activation that this instance belongs to; null where no host made the grain.</summary>
    [AllowNull]
    public IGrainContext GrainContext { get; private set; }

    /// <summary>The identity in words: <c>type/key</c>.</summary>
    public string IdentityString => GrainContext.GrainId.ToString();

    /// <summary>Makes references to other grains of the same host.</summary>
    protected IGrainFactory GrainFactory => Activation.Of(GrainContext).Host.GrainFactory;

    /// <summary>The services of this activation.</summary>
    protected internal IServiceProvider ServiceProvider => Activation.Of(GrainContext).ActivationServices;

    /// <summary>Called before the first message. An exception here fails the waiting calls.</summary>
    /// <param name="cancellationToken">Cancelled when activation takes too long.</param>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called after the last message.</summary>
    /// <param name="reason">Why the activation ends.</param>
    /// <param name="cancellationToken">Cancelled when deactivation takes too long.</param>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Ends the activation after this turn; the next call makes a new one.</summary>
    protected void DeactivateOnIdle() => Activation.Of(GrainContext).Deactivate(
        new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "DeactivateOnIdle was called."));
}
