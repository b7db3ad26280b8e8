using System.Reflection;
using Orleans;
using Portal.Grains.Keys;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Runtime;

/// <summary>
/// Checks every call at the grain, whatever door it came through: the tenant of the key is the principal's, and the
/// principal holds the method's permission. What is forbidden to a known principal, here or by the grain's own
/// decision,
/// stands in the tenant's log.
/// </summary>
internal sealed class PermissionFilter(PermissionCatalog catalog, DenialLog denials) : IIncomingGrainCallFilter
{
    /// <inheritdoc />
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var needed = context.InterfaceMethod.GetCustomAttribute<RequiresAttribute>()
            ?? throw new InvalidOperationException(
                $"{context.InterfaceName}.{context.MethodName} names no permission.");
        var principal = CallContext.Current.Principal;
        var key = GrainKey.Parse(context.TargetId.Key.ToString()!);
        var refusal = key.Tenant != principal.Tenant
            ? new NotFound("not-found", "There is no such thing here.")
            : catalog.Allows(principal, needed.Permission)
                ? (Error?)null
                : new Forbidden("permission-denied", $"Your role does not allow this ({needed.Permission}).");
        if (refusal is null)
        {
            await context.Invoke();
            if (context.Result is IRefusable { Error: Forbidden forbidden })
            {
                await denials.RecordAsync(principal, needed.Permission, key.Kind, key.Id, forbidden.Code);
            }

            return;
        }

        await denials.RecordAsync(principal, needed.Permission, key.Kind, key.Id, refusal.Code);
        context.Result = Refusal.Of(context.InterfaceMethod, refusal);
    }
}
