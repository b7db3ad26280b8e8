namespace Portal.Architecture.Tests.Repository;

public sealed class CodeBlankerTests
{
    [Theory]
    [InlineData("a(); // b()", "a();       ")]
    [InlineData("a(/* b */);", "a(       );")]
    [InlineData("""x = "{ \" }" + '"' + '{';""", """x = "      " + ' ' + ' ';""")]
    [InlineData("""x = @"c:\" + y;""", """x = @"   " + y;""")]
    [InlineData("""x = @"a""b" + y;""", """x = @"    " + y;""")]
    [InlineData("""x = $"a {b("c")} {{d}}" + y;""", """x = $"  {b(" ")}      " + y;""")]
    [InlineData("""x = "" + y;""", """x = "" + y;""")]
    public void Blank_WhenLiteralsAndComments_KeepsOnlyCode(string source, string code) =>
        CodeBlanker.Blank(source).ShouldBe(code);

    [Fact]
    public void Blank_WhenRawStrings_KeepsCodeOfTheirHoles()
    {
        const string Three = "\"\"\"";
        CodeBlanker.Blank($"{Three}a \" {{ b{Three};").ShouldBe($"{Three}       {Three};");
        CodeBlanker.Blank($"$${Three}a {{b}} {{{{c}}}}{Three};").ShouldBe($"$${Three}      {{{{c}}}}{Three};");
    }
}
