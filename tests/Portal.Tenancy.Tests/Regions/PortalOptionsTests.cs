using Portal.Tenancy.Regions;

namespace Portal.Tenancy.Tests.Regions;

public sealed class PortalOptionsTests
{
    private static PortalOptions Valid() =>
        new() { Data = "/data", Database = "Host=db;Username=owner", Regions = ["eu-west"], Node = "n1" };

    [Fact]
    public void Validate_WhenComplete_Succeeds() =>
        new PortalOptionsValidator().Validate(null, Valid()).Succeeded.ShouldBeTrue();

    [Fact]
    public void Validate_WhenSeveralFaults_ListsThemAll()
    {
        var options = Valid();
        (options.Data, options.Database, options.Regions, options.DatabasePrefix) =
            ("", "nonsense", ["EU;drop"], "a-b");

        var result = new PortalOptionsValidator().Validate(null, options);

        result.Failures.ShouldNotBeNull().Count().ShouldBe(4);
    }
}
