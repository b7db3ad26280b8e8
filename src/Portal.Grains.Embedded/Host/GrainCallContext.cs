using System.Reflection;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Portal.Grains.Embedded;

/// <summary>Leads one call through the filters to the grain.</summary>
internal sealed class GrainCallContext(
    GrainCall call,
    Activation activation,
    IGrainBase grain,
    IReadOnlyList<IIncomingGrainCallFilter> filters) : IIncomingGrainCallContext
{
    private int _stage;

    public IInvokable Request => call;

    public object Grain => grain;

    public GrainId? SourceId => call.SourceId;

    public GrainId TargetId => call.TargetId;

    public IGrainContext TargetContext => activation;

    public string InterfaceName => call.Method.InterfaceName;

    public string MethodName => call.Method.Method.Name;

    public MethodInfo InterfaceMethod => call.Method.Method;

    public MethodInfo ImplementationMethod => call.Method.ImplementedBy(grain.GetType());

    public object? Result { get; set; }

    public async Task Invoke()
    {
        // Counted down again on the way back, so that a filter may try a second time.
        var stage = _stage++;
        try
        {
            if (stage < filters.Count)
            {
                await filters[stage].Invoke(this);
            }
            else if (stage == filters.Count && grain is IIncomingGrainCallFilter own)
            {
                await own.Invoke(this);
            }
            else
            {
                Result = await call.Method.InvokeAsync(grain, call.Arguments);
            }
        }
        finally
        {
            _stage--;
        }
    }
}
