using Portal.Grains.Workers;

namespace Portal.Grains.Tests.Workers;

public sealed class WorkerEnvironmentTests
{
    [Fact]
    public void Restrict_WhenThePortalHasSecrets_KeepsThemFromTheWorker()
    {
        var variables = new Dictionary<string, string?>
        {
            ["Portal__Database"] = "Host=db;Password=secret",
            ["AWS_SECRET_ACCESS_KEY"] = "secret",
            ["PATH"] = "/usr/bin",
            ["PORTAL_NATIVE"] = "/native",
        };

        WorkerEnvironment.Restrict(variables, new WorkerOptions { HeapMax = 256 });

        variables.Values.ShouldNotContain(v => v!.Contains("secret"));
        variables["PATH"].ShouldBe("/usr/bin");
        variables["PORTAL_NATIVE"].ShouldBe("/native");
        variables["DOTNET_GCHeapHardLimit"].ShouldBe("100");
    }
}
