using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Events;
using Portal.Web.Features.Audit;

namespace Portal.Web.Tests.Audit;

public sealed class AuditQueryStringTests
{
    private static readonly AuditQueryString None = new(null, null, null, null, null, null, null, null);

    [Fact]
    public void ToFilter_WhenDays_TheLastDayCountsAsAWhole()
    {
        var filter = (None with { From = "2026-03-01", To = "2026-03-02", Decision = "deny" }).ToFilter().OrThrow();

        filter.From.ShouldBe(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        filter.To.ShouldBe(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero));
        filter.Decision.ShouldBe(Decision.Deny);
    }

    [Fact]
    public void ToFilter_WhenSeveralAreWrong_NamesEach()
    {
        var refused = (None with { From = "yesterday", Decision = "maybe" }).ToFilter();

        refused.Error.ShouldBeOfType<Invalid>().Fields.Select(f => f.Path).ShouldBe(["from", "decision"]);
    }

    [Fact]
    public void ToAddress_WhenTextHasSigns_EscapesThem() =>
        (None with { Actor = " usr_1 ", Text = "a&b=c" }).ToAddress().ShouldBe("&actor=usr_1&text=a%26b%3Dc");

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0", "Edge, Windows")]
    [InlineData("curl/8.5.0", "curl")]
    [InlineData("something", null)]
    [InlineData(null, null)]
    public void Of_WhenABrowserSaysItsName_SpeaksPlainly(string? userAgent, string? expected) =>
        BrowserName.Of(userAgent).ShouldBe(expected);
}
