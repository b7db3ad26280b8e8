using Portal.Grains.Models;
using Portal.Web.Features.TryIt;

namespace Portal.Web.Tests.Inference;

public sealed class TryItRequestTests
{
    private static readonly SignatureField[] Inputs =
    [
        new("age", "number", []), new("colour", "category", ["red"]), new("income", "number", []),
    ];

    [Fact]
    public void Body_WhenFieldsAreFilledEmptyOrWrong_SendsNumbersNullsAndTheWordAsItStands()
    {
        var values = new Dictionary<string, string> { ["age"] = " 40.5 ", ["colour"] = "", ["income"] = "much" };

        var body = TryItRequest.Body(Inputs, values);

        body.ShouldBe("""{"rows":[{"age":40.5,"colour":null,"income":"much"}]}""");
    }

    [Fact]
    public void Curl_WhenAValueHoldsAQuote_KeepsTheShellQuotingClosed() =>
        TryItRequest.Curl("https://portal.example", "churn", """{"a":"it's"}""")
            .ShouldContain("""-d '{"a":"it'\''s"}'""");
}
