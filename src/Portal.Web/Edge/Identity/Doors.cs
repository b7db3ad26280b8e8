using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Edge.Identity;

/// <summary>Limits attempts at the doors that need no credential, by the address they come from.</summary>
internal sealed class Doors(IOptions<DoorOptions> options) : IDisposable
{
    private const int NetworkBytes = 8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.Value.AttemptsPerMinute,
            Window = Window,
            QueueLimit = 0,
        }));

    /// <summary>Null when the attempt may go on; otherwise the refusal.</summary>
    public Error? Knock(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(Place(context.Connection.RemoteIpAddress));
        return lease.IsAcquired
            ? null
            : new QuotaExceeded("too-many-attempts", "Too many attempts from your address. Wait a minute.", Window);
    }

    public void Dispose() => _limiter.Dispose();

    // One customer of a provider has a /64 of IPv6 and could else knock from each of its addresses.
    private static string Place(IPAddress? address) =>
        address is null ? "unknown"
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily is AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address)
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
}
