extern alias ctl;

using ctl::Portal.Ctl;
using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Identity;

public sealed class LoginCommandTests(PortalFactory portal) : IClassFixture<PortalFactory>, IDisposable
{
    private readonly string _settings = Path.Combine(Path.GetTempPath(), $"portalctl-{Guid.NewGuid():N}");

    [Fact]
    public async Task Login_WithAKey_IsRememberedForItsOwnerOnly()
    {
        var tenant = await portal.SignUpAsync();

        var login = await RunAsync(tenant.Key, "login", "--url", portal.Address.ToString(), "--token-stdin");
        var who = await RunAsync(string.Empty, "whoami", "--json");

        login.Code.ShouldBe(0, login.Errors);
        who.Code.ShouldBe(0, who.Errors);
        who.Output.ShouldContain(tenant.Id);
        var file = Path.Combine(_settings, "portalctl", "profile.json");
        File.Exists(file).ShouldBeTrue();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Login_WithABadKey_FailsAndRemembersNothing()
    {
        var login = await RunAsync("ptl_nonsense", "login", "--url", portal.Address.ToString(), "--token-stdin");

        login.Code.ShouldBe(1);
        login.Errors.ShouldContain("unauthenticated");
        Directory.Exists(_settings).ShouldBeFalse();
    }

    [Theory]
    [InlineData("login")]
    [InlineData("whoami")]
    [InlineData("no-such-command")]
    public async Task Command_WithoutWhatItNeeds_IsAUsageError(string command) =>
        (await RunAsync(string.Empty, command)).Code.ShouldBe(2);

    public void Dispose()
    {
        if (Directory.Exists(_settings))
        {
            Directory.Delete(_settings, recursive: true);
        }
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string typed, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        using var input = new StringReader(typed);
        var code = await CommandLine.RunAsync(
            args, name => name == "XDG_CONFIG_HOME" ? _settings : null, input, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
