using Microsoft.AspNetCore.Components.Server.Circuits;
using Portal.Web.Edge.Access;

namespace Portal.Web.Edge.Tenants;

/// <summary>
/// Made with each circuit, before its first component: gives the circuit's scope its tenant, and tells it to ask the
/// circuit for the caller.
/// </summary>
internal sealed class CircuitStart : CircuitHandler
{
    public CircuitStart(CurrentTenant tenant, PrincipalAccessor principal)
    {
        var connection = TenantHubFilter.Current;
        tenant.Set(connection?.Items[typeof(TenantContext)] as TenantContext);
        principal.UseCircuit(connection);
    }
}
