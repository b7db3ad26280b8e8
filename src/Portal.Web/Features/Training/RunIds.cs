using System.Security.Cryptography;
using System.Text;
using Portal.Grains.Keys;
using Portal.Tenancy.Access;

namespace Portal.Web.Features.Training;

/// <summary>Ids of runs that were asked for with an idempotency key.</summary>
internal static class RunIds
{
    private const int Length = 16;

    /// <summary>The same id for the same tenant, actor and key.</summary>
    public static RunId Of(Principal principal, string key) => new(new Guid(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{principal.Tenant}/{principal.Actor}/{key}")).AsSpan(0, Length),
        bigEndian: true));
}
