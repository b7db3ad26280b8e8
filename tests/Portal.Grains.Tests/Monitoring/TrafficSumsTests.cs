using Portal.Grains.Monitoring;
using Portal.Grains.Serving.Capture;

namespace Portal.Grains.Tests.Monitoring;

public sealed class TrafficSumsTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static MinuteRow Minute(int minute, int requests, double milliseconds, int failed = 0)
    {
        var buckets = new int[LatencyBuckets.Count];
        buckets[LatencyBuckets.Of(milliseconds)] = requests - failed;
        return new(Guid.Empty, Nine.AddMinutes(minute), requests, requests * 2, 0, 0, failed, buckets);
    }

    [Fact]
    public void Sum_WhenMostAreFastAndFewSlow_PercentilesComeFromTheSummedHistogram()
    {
        // 98 requests between 5 and 7 ms, 2 between 150 and 250 ms.
        var sum = TrafficSums.Sum(Nine, [Minute(0, 98, 6), Minute(1, 2, 200)]);

        sum.P50Ms.ShouldNotBeNull().ShouldBeInRange(5, 7);
        sum.P95Ms.ShouldNotBeNull().ShouldBeInRange(5, 7);
        sum.P99Ms.ShouldNotBeNull().ShouldBeInRange(150, 250);
    }

    [Fact]
    public void Sum_WhenSomeFailed_TheShareCountsThem()
    {
        var sum = TrafficSums.Sum(Nine, [Minute(0, 8, 6, failed: 2)]);

        (sum.Requests, sum.Rows, sum.Failed, sum.ErrorShare).ShouldBe((8, 16, 2, 0.25));
    }

    [Fact]
    public void ByStep_WhenMinutesLack_FillsThemWithZero()
    {
        var points = TrafficSums.ByStep(
            [Minute(1, 3, 6), Minute(3, 4, 6), Minute(3, 5, 6)], Nine, Nine.AddMinutes(5), TimeSpan.FromMinutes(1));

        points.Select(p => p.Requests).ShouldBe([0, 3, 0, 9, 0]);
        points[0].P95Ms.ShouldBeNull();
        points[3].At.ShouldBe(Nine.AddMinutes(3));
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(24, 600)]
    [InlineData(24 * 7, 3600)]
    [InlineData(24 * 31, 21600)]
    public void StepOf_WhenTheTimeGrows_KeepsThePointsFew(int hours, int seconds) =>
        TrafficSums.StepOf(TimeSpan.FromHours(hours)).TotalSeconds.ShouldBe(seconds);
}
