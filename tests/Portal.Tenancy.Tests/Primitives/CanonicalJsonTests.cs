using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Tests.Primitives;

public sealed class CanonicalJsonTests
{
    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Encoding.UTF8.GetString(CanonicalJson.GetBytes(document.RootElement));
    }

    [Fact]
    public void GetBytes_WhenRfc8785Section322_WritesItsResult() =>
        Canonical("""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """).ShouldBe(
            """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"""
            + """
            "string":"€$\u000f\nA'B\"\\\\\"/"}
            """);

    [Fact]
    public void GetBytes_WhenRfc8785Section323_SortsByUtf16CodeUnits()
    {
        var canonical = Canonical("""
            {
              "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """);

        JsonNode.Parse(canonical).ShouldBeOfType<JsonObject>().Select(p => (string?)p.Value).ShouldBe(
        [
            "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
            "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
        ]);
    }

    // RFC 8785, appendix B.
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Format_WhenRfc8785AppendixB_WritesItsResult(ulong bits, string expected) =>
        EcmaScriptNumber.Format(BitConverter.UInt64BitsToDouble(bits)).ShouldBe(expected);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Format_WhenNotFinite_Throws(double value) =>
        Should.Throw<ArgumentException>(() => EcmaScriptNumber.Format(value));

    [Fact]
    public void Format_WhenAnyDouble_ReadsBackAndStaysCanonical() =>
        Prop.ForAll<long>(bits =>
        {
            var value = BitConverter.Int64BitsToDouble(bits * 0x5851F42D4C957F2D);
            if (!double.IsFinite(value))
            {
                return true;
            }

            var text = EcmaScriptNumber.Format(value);
            return double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) == value
                && Canonical(text) == text;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("9223372036854775807")]
    public void GetBytes_WhenIntegerIsNoDouble_Throws(string number) =>
        Should.Throw<ArgumentException>(() => Canonical(number));

    [Fact]
    public void GetBytes_WhenKeyTwice_Throws() =>
        Should.Throw<ArgumentException>(() => Canonical("""{"a":1,"a":2}"""));

    [Fact]
    public void GetBytes_WhenHalfASurrogatePair_Throws() =>
        Should.Throw<ArgumentException>(() => Canonical("\"\\ud800\""));
}
