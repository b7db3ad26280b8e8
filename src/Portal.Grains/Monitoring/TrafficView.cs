using Portal.Grains.Keys;

namespace Portal.Grains.Monitoring;

/// <summary>
/// The traffic of a deployment in a time, in steps of <paramref name="StepSeconds"/>; steps without any are zero.
/// </summary>
public sealed record TrafficView(
    DeploymentId Id, string Endpoint, string Environment, DateTimeOffset From, DateTimeOffset To, int StepSeconds,
    TrafficPoint Totals, IReadOnlyList<TrafficPoint> Points);

/// <summary>
/// Sums of a time that begins at <paramref name="At"/>. <paramref name="Refused"/>: the request was wrong;
/// <paramref name="Limited"/>: a limit was reached; <paramref name="Failed"/>: it broke on our side. Latencies in
/// milliseconds are of answered requests, from a histogram, and null without any.
/// </summary>
public sealed record TrafficPoint(
    DateTimeOffset At, long Requests, long Rows, long Refused, long Limited, long Failed, double? P50Ms, double? P95Ms,
    double? P99Ms)
{
    /// <summary>The share of requests that were not answered, 0 to 1.</summary>
    public double ErrorShare => Requests == 0 ? 0 : (double)(Refused + Limited + Failed) / Requests;
}

/// <summary>A deployment among others: its last 24 hours, hour by hour.</summary>
public sealed record MonitoredDeployment(
    DeploymentId Id, string Endpoint, string Environment, bool Live, TrafficPoint Day,
    IReadOnlyList<double> RequestsByHour, string? Drift);
