using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Tests.Identity;

public sealed class CredentialTests
{
    private static readonly Guid Id = Guid.Parse("0192b6f0-5c5a-7000-8000-000000000001");

    [Fact]
    public void TryParse_OfANewOne_GivesItsParts()
    {
        var made = Credential.New(Credential.ServiceKey, new RegionCode("ae-north"), Id);

        Credential.TryParse(Credential.ServiceKey, made.Text, out var read).ShouldBeTrue();
        read.Region.ShouldBe(new RegionCode("ae-north"));
        read.Id.ShouldBe(Id);
        read.Matches(made.Hash()).ShouldBeTrue();
    }

    [Fact]
    public void TryParse_WithAnyCharacterChanged_IsRefused()
    {
        var text = Credential.New(Credential.ServiceKey, new RegionCode("eu-west"), Id).Text;
        for (var i = 0; i < text.Length; i++)
        {
            var other = text[i] == 'b' ? 'c' : 'b';
            Credential.TryParse(Credential.ServiceKey, text[..i] + other + text[(i + 1)..], out _).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ptl_eu-west")]
    [InlineData("ptl____")]
    [InlineData("ptl_eu-west_0_0_0")]
    [InlineData(null)]
    public void TryParse_OfSomethingElse_IsRefused(string? text) =>
        Credential.TryParse(Credential.ServiceKey, text, out _).ShouldBeFalse();

    [Fact]
    public void TryParse_OfAnInvitationAsAKey_IsRefused() =>
        Credential.TryParse(
            Credential.ServiceKey,
            Credential.New(Credential.Invitation, new RegionCode("eu-west"), Id).Text,
            out _).ShouldBeFalse();

    [Fact]
    public void ToString_ShowsNothingOfTheSecret()
    {
        var made = Credential.New(Credential.ServiceKey, new RegionCode("eu-west"), Id);

        $"{made}".ShouldNotContain(made.Text[^20..]);
    }

    [Fact]
    public void Crc32_OfTheStandardsCheckWord_IsTheStandardsValue() =>
        Crc32.Of("123456789"u8).ShouldBe(0xCBF43926u);
}
