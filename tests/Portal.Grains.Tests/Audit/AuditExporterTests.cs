using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Access;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Audit;

public sealed class AuditExporterTests(AuditPortal portal) : IClassFixture<AuditPortal>
{
    [Fact]
    public async Task BeginAsync_WhenAValueIsAFormula_CsvDefusesIt()
    {
        var owner = await portal.NewTenantAsync();
        await portal.CreatedAsync(owner, "=1+1", "@SUM(A1)", "plain");

        var lines = (await portal.ExportAsync(owner, "csv")).Split("\r\n");

        var objects = lines[1..4].Select(l => l.Split(',')[9]);
        lines[0].Split(',')[9].ShouldBe("object_id");
        objects.ShouldBe(["'=1+1", "'@SUM(A1)", "plain"]);
    }

    [Fact]
    public async Task BeginAsync_WhenJson_TheTrailerIsTheHashOfTheEventLines()
    {
        var owner = await portal.NewTenantAsync();
        await portal.CreatedAsync(owner, "a", "b");

        var text = await portal.ExportAsync(owner, "json");

        var lines = text.Split('\n').Where(l => l.StartsWith("{\"eventId\"", StringComparison.Ordinal));
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => $"{l.TrimEnd(',')}\n"))));
        var document = JsonNode.Parse(text)!;
        document["events"]!.AsArray().Count.ShouldBe(2);
        document["trailer"]!["events"]!.GetValue<int>().ShouldBe(2);
        document["trailer"]!["eventsSha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(expected));
        document["header"]!["tenant"]!.GetValue<string>().ShouldBe(owner.Tenant.ToString());
    }

    [Fact]
    public async Task BeginAsync_WhenSent_BeginningAndEndStandInTheLogWithTheFilesHash()
    {
        var owner = await portal.NewTenantAsync();
        await portal.CreatedAsync(owner, "a");
        var file = await portal.ExportAsync(owner, "csv");

        var log = await portal.Queries.ListAsync(
            AuditPortal.Call(owner), new() { ObjectType = "audit" }, new ListQuery(), CancellationToken.None);

        var events = log.OrThrow().Items;
        events.Select(e => e.Type).ShouldBe(["audit.export-completed", "audit.exported"]);
        events[0].ObjectHash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file))));
    }

    [Theory]
    [InlineData(Role.Viewer, "csv", typeof(Forbidden))]
    [InlineData(Role.Owner, "pdf", typeof(Invalid))]
    public async Task BeginAsync_WhenNotAllowedOrUnknown_IsRefused(Role role, string format, Type family)
    {
        var owner = await portal.NewTenantAsync();

        var refused = await portal.Exporter.BeginAsync(
            AuditPortal.Call(owner with { Role = role }), AuditFilter.All, format, CancellationToken.None);

        refused.Error.ShouldNotBeNull().GetType().ShouldBe(family);
    }
}
