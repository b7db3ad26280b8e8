using System.Security.Claims;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Access;

namespace Portal.Web.Tests.Edge;

public sealed class PrincipalClaimsTests
{
    private static readonly Principal Key = new(
        new TenantId(Guid.Parse("0197a000-0000-7000-8000-000000000001")),
        new RegionCode("eu-west"),
        ActorType.Service,
        Guid.Parse("0197a000-0000-7000-8000-000000000002"),
        Role.DataScientist,
        AuthStrength.Key)
    {
        Person = new UserId(Guid.Parse("0197a000-0000-7000-8000-000000000003")),
        SessionId = "s1",
        Scopes = ["datasets.read", "models.read"],
    };

    [Fact]
    public void Read_WhenWritten_GivesTheSamePrincipal()
    {
        var read = PrincipalClaims.Read(new ClaimsPrincipal(PrincipalClaims.Write(Key, "test")));

        read.ShouldNotBeNull();
        read.Scopes.ShouldBe(Key.Scopes);
        (read with { Scopes = Key.Scopes }).ShouldBe(Key);
    }

    [Fact]
    public void Read_WhenTheIdentityIsNotAuthenticated_GivesNone() =>
        PrincipalClaims.Read(new ClaimsPrincipal(new ClaimsIdentity(PrincipalClaims.Write(Key, "test").Claims)))
            .ShouldBeNull();

    [Theory]
    [InlineData("portal:tenant")]
    [InlineData("portal:role")]
    [InlineData("portal:actor")]
    public void Read_WhenAClaimIsMissing_GivesNone(string type)
    {
        var claims = PrincipalClaims.Write(Key, "test").Claims.Where(c => c.Type != type);

        PrincipalClaims.Read(new ClaimsPrincipal(new ClaimsIdentity(claims, "test"))).ShouldBeNull();
    }
}
