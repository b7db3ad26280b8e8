namespace Portal.Grains.Monitoring;

/// <summary>A row of <c>request_minutes</c>, versions apart.</summary>
internal sealed record MinuteRow(
    Guid Deployment, DateTimeOffset Minute, long Requests, long Rows, long Refused, long Limited, long Failed,
    int[] Buckets);
