using Portal.Tenancy.Identity;

namespace Portal.Tenancy.Tests.Identity;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData(null, "password-too-short")]
    [InlineData("123456789", "password-too-short")]
    [InlineData("aaaaaaaaaaaa", "password-too-uniform")]
    [InlineData("password123", "password-too-obvious")]
    [InlineData("olivia.owner!", "password-too-obvious")]
    public void Check_OfABadOne_SaysWhy(string? password, string code) =>
        PasswordRules.Check(password, "olivia.owner@acme.example").Select(f => f.Code).ShouldContain(code);

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("كلمة مرور طويلة جدا")]
    [InlineData("my password is very long")]
    public void Check_OfAGoodOne_FindsNothing(string password) =>
        PasswordRules.Check(password, "olivia@acme.example", "Olivia").ShouldBeEmpty();
}
