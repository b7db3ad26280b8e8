using Portal.Architecture.Tests.Code;
using Portal.Architecture.Tests.Repository;

namespace Portal.Architecture.Tests.References;

public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Portal.Web"] = ["Portal.Grains", "Portal.Tenancy"],
        ["Portal.Grains"] = ["Portal.Compute", "Portal.Grains.Embedded", "Portal.Tenancy"],
        ["Portal.Grains.Embedded"] = ["Portal.Grains.Abstractions"],
        ["Portal.Tenancy"] = ["Portal.Grains.Abstractions"],
        ["Portal.Grains.Abstractions"] = [],
        ["Portal.Compute"] = [],
        ["portalctl"] = [],
    };

    [Fact]
    public void Projects_WhenReadFromTheirFiles_ReferToWhatTheDesignSays()
    {
        var projects = ProjectFile.OfProduct();
        projects.Keys.Order().ShouldBe(Allowed.Keys.Order());
        foreach (var (name, project) in projects)
        {
            project.Projects.ShouldBe(Allowed[name], customMessage: name);
        }
    }

    [Fact]
    public void Grains_WhenTheyReferToCompute_HideItFromWeb() =>
        ProjectFile.OfProduct()["Portal.Grains"].PrivateAssetsOf("Portal.Compute").ShouldBe("compile");

    [Fact]
    public void Abstractions_WhenReadFromItsFile_HasNoPackages() =>
        ProjectFile.OfProduct()["Portal.Grains.Abstractions"].Packages.ShouldBeEmpty();

    [Fact]
    public void Assemblies_WhenLoaded_ReferToNothingMoreThanTheirProjects()
    {
        // Web takes its ids and results from Tenancy, and those carry the attributes of Abstractions.
        var seen = PortalAssemblies.All.ToDictionary(
            a => a.GetName().Name!,
            a => a.GetReferencedAssemblies().Select(r => r.Name!).Where(Allowed.ContainsKey).ToHashSet());
        seen["Portal.Compute"].ShouldBeEmpty();
        seen["Portal.Grains.Abstractions"].ShouldBeEmpty();
        seen["Portal.Tenancy"].ShouldBeSubsetOf(["Portal.Grains.Abstractions"]);
        seen["Portal.Web"].ShouldBeSubsetOf(["Portal.Grains", "Portal.Tenancy", "Portal.Grains.Abstractions"]);
    }

    [Fact]
    public void Compute_WhenItsTypesAreUsed_KnowsNoTenantAndNoHttp() =>
        PortalAssemblies.Compute.GetReferencedAssemblies()
            .Select(r => r.Name!)
            .Where(n => n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || n == "Npgsql")
            .ShouldBeNone("Compute takes streams and spans and gives records.");
}
