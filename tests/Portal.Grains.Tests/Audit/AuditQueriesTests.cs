using Portal.Grains.Audit;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Access;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Audit;

public sealed class AuditQueriesTests(AuditPortal portal) : IClassFixture<AuditPortal>
{
    private static readonly AuditFilter Models = new() { ObjectType = "model" };

    private async Task<ListPage<AuditEntry>> ListAsync(
        Principal principal, AuditFilter filter, int? limit = null, string? cursor = null)
    {
        var page = await portal.Queries.ListAsync(
            AuditPortal.Call(principal), filter, new ListQuery(limit, cursor), CancellationToken.None);
        return page.OrThrow();
    }

    [Fact]
    public async Task ListAsync_WhenPaged_EachEventOnceAndTheFilterHolds()
    {
        var owner = await portal.NewTenantAsync();
        await portal.CreatedAsync(owner, "a", "b", "c");

        var first = await ListAsync(owner, Models, 2);
        var second = await ListAsync(owner, Models, 2, first.Next);

        first.Items.Select(e => e.ObjectId).ShouldBe(["c", "b"]);
        second.Items.Select(e => e.ObjectId).ShouldBe(["a"]);
        second.Next.ShouldBeNull();
    }

    [Fact]
    public async Task ListAsync_WhenRead_TheReadingStandsInTheLog()
    {
        var owner = await portal.NewTenantAsync();
        await portal.CreatedAsync(owner, "a");
        await ListAsync(owner, Models with { Text = "Salma" });

        var read = (await ListAsync(owner, new() { Action = "audit.read" })).Items.ShouldHaveSingleItem();

        read.ActorId.ShouldBe(owner.Actor);
        read.Body["events"]!.GetValue<int>().ShouldBe(0);
        read.Body["filter"]!.GetValue<string>().ShouldBe("objectType=model; text=(not recorded)");
    }

    [Fact]
    public async Task ListAsync_WhenTheRoleMayNot_IsRefusedAndTheAttemptIsSeen()
    {
        var owner = await portal.NewTenantAsync();
        var viewer = owner with { Role = Role.Viewer, ActorId = Guid.CreateVersion7() };

        var refused = await portal.Queries.ListAsync(
            AuditPortal.Call(viewer), AuditFilter.All, new ListQuery(), CancellationToken.None);

        refused.Error.ShouldBeOfType<Forbidden>();
        var denied = await ListAsync(
            owner, new() { Decision = Tenancy.Storage.Events.Decision.Deny });
        var attempt = denied.Items.ShouldHaveSingleItem();
        (attempt.ActorId, attempt.Action, attempt.Decision).ShouldBe((viewer.Actor, "audit.read", "deny"));
    }

    [Fact]
    public async Task ListAsync_WhenAnotherTenantWrote_ShowsNothingOfIt()
    {
        var (mine, theirs) = (await portal.NewTenantAsync(), await portal.NewTenantAsync());
        await portal.CreatedAsync(theirs, "secret");

        (await ListAsync(mine, AuditFilter.All)).Items.ShouldBeEmpty();
        (await portal.ExportAsync(mine, "json")).ShouldNotContain("secret");
        (await portal.ExportAsync(theirs, "json")).ShouldContain("secret");
    }
}
