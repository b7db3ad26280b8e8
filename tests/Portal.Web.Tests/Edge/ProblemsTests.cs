using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Tests.Edge;

public sealed class ProblemsTests
{
    public static TheoryData<Error, int> Families => new()
    {
        { new NotFound("a", "b"), 404 },
        { new Invalid("a", "b"), 400 },
        { new Conflict("a", "b"), 409 },
        { new Forbidden("a", "b"), 403 },
        { new QuotaExceeded("a", "b"), 429 },
        { new Unavailable("a", "b"), 503 },
    };

    [Theory]
    [MemberData(nameof(Families), DisableDiscoveryEnumeration = true)]
    public void StatusOf_WhenGivenAFamily_IsItsStatus(Error error, int status) =>
        Problems.StatusOf(error).ShouldBe(status);

    [Fact]
    public async Task WriteAsync_WhenFieldsAreNamed_SaysTheirPlacesAndWhenToComeBack()
    {
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        var error = new QuotaExceeded("rows-exceeded", "Too many rows.", TimeSpan.FromSeconds(1.2))
        {
            Fields = [new("row-late", "Beyond the limit.", Row: 7, Column: "age")],
        };

        await Problems.WriteAsync(context, error);

        context.Response.StatusCode.ShouldBe(429);
        context.Response.Headers.RetryAfter.ToString().ShouldBe("2");
        context.Response.Body.Position = 0;
        var body = (await JsonDocument.ParseAsync(context.Response.Body)).RootElement;
        body.GetProperty("code").GetString().ShouldBe("rows-exceeded");
        body.GetProperty("retryAfter").GetInt32().ShouldBe(2);
        var field = body.GetProperty("errors")[0];
        field.GetProperty("row").GetInt64().ShouldBe(7);
        field.GetProperty("column").GetString().ShouldBe("age");
    }
}
