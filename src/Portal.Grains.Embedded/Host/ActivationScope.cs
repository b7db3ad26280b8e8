using Orleans.Runtime;

namespace Portal.Grains.Embedded;

/// <summary>Lets the services of an activation's scope be given its context.</summary>
internal sealed class ActivationScope
{
    public IGrainContext? Context { get; set; }

    public IGrainContext Required =>
        Context ?? throw new InvalidOperationException("There is no grain activation in this scope.");
}
