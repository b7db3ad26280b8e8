using Orleans;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Models;

/// <summary>A registered model and its immutable versions.</summary>
public interface IModelGrain : IGrainWithStringKey
{
    /// <summary>Registers what a run made, once per run, and makes the model where it does not exist yet.</summary>
    [Requires(ModelsPermissions.Register)]
    Task<Result<ModelAnswer>> RegisterAsync(RegisterVersion command, CancellationToken cancel);

    /// <summary>Renames or describes it.</summary>
    [Requires(ModelsPermissions.Edit)]
    Task<Result<ModelAnswer>> EditAsync(EditModel command, CancellationToken cancel);
}
