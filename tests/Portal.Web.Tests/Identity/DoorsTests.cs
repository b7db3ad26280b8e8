using System.Net;
using System.Net.Http.Json;
using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Identity;

public sealed class DoorsTests(DoorsTests.NarrowDoors portal) : IClassFixture<DoorsTests.NarrowDoors>
{
    [Fact]
    public async Task SignUp_MoreOftenThanTheDoorAllows_IsTooMuch()
    {
        using var client = portal.NewClient();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            statuses.Add((await client.PostAsJsonAsync("/api/v1/sign-up", new { })).StatusCode);
        }

        statuses.ShouldBe([
            HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest,
            HttpStatusCode.TooManyRequests,
        ]);
    }

    public sealed class NarrowDoors : PortalFactory
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Portal:Doors:AttemptsPerMinute", "3")];
    }
}
