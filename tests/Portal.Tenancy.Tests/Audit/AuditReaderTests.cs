using System.Text.Json.Nodes;
using Portal.Tenancy.Access;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Events;
using Portal.Tenancy.Tests.Storage.Events;
using Portal.Tests;

namespace Portal.Tenancy.Tests.Audit;

public sealed class AuditReaderTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private async Task<Principal> OwnerOfThreeAsync()
    {
        var owner = await portal.NewTenantAsync() with { Origin = new("192.0.2.7", null) };
        NewEvent[] events =
        [
            AppendBuilder.Event("models.create", new JsonObject { ["name"] = "churn_50%" }),
            AppendBuilder.Event("models.delete") with { Decision = Decision.Deny, Reason = "not-yours" },
            AppendBuilder.Event("datasets.create") with { ObjectType = "dataset", ObjectId = "dst_1" },
        ];
        var request = owner.Append("s", 0) with { Events = [.. events] };
        await portal.Cell.Events.AppendAsync(request, CancellationToken.None);
        return owner;
    }

    private async Task<AuditPage> ListAsync(
        Principal owner, AuditFilter filter, int limit = 50, string? cursor = null, bool personal = true)
    {
        var page = await portal.Cell.Audit.ListAsync(
            owner.Tenant, filter, limit, cursor, personal, CancellationToken.None);
        return page.OrThrow();
    }

    [Fact]
    public async Task ListAsync_WhenPaged_NewestFirstEachOnce()
    {
        var owner = await OwnerOfThreeAsync();

        var first = await ListAsync(owner, AuditFilter.All, limit: 2);
        var second = await ListAsync(owner, AuditFilter.All, limit: 2, first.Next);

        first.Items.Select(e => e.Version).ShouldBe([3, 2]);
        second.Items.Select(e => e.Version).ShouldBe([1]);
        second.Next.ShouldBeNull();
    }

    public static TheoryData<AuditFilter, long[]> Filters => new()
    {
        { new() { Action = "models.create" }, [1] },
        { new() { Decision = Decision.Deny }, [2] },
        { new() { ObjectType = "dataset" }, [3] },
        { new() { ObjectType = "model", ObjectId = "mdl_1" }, [2, 1] },
        { new() { Text = "NOT-YOURS" }, [2] },
        { new() { Text = "churn_50%" }, [1] },
        { new() { Text = "churn_5_%" }, [] },
        { new() { Actor = "usr_somebody" }, [] },
        { new() { From = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero) }, [3, 2, 1] },
        { new() { To = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero) }, [] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task ListAsync_WhenFiltered_YieldsOnlyWhatFits(AuditFilter filter, long[] versions)
    {
        var owner = await OwnerOfThreeAsync();

        (await ListAsync(owner, filter)).Items.Select(e => e.Version).ShouldBe(versions);
    }

    [Fact]
    public async Task ListAsync_WhenActorIsAKey_FoundByItsPersonToo()
    {
        var owner = await portal.NewTenantAsync();
        var key = owner with { Type = ActorType.Service, ActorId = Guid.CreateVersion7(), Strength = AuthStrength.Key };
        await portal.Cell.Events.AppendAsync(key.Append("s", 0), CancellationToken.None);

        var found = (await ListAsync(owner, new() { Actor = owner.Actor })).Items.ShouldHaveSingleItem();

        (found.ActorType, found.ActorId, found.OnBehalfOf).ShouldBe(("service", key.Actor, owner.Actor));
    }

    [Fact]
    public async Task ListAsync_WhenReaderMayNotSeePersons_WithholdsAddresses()
    {
        var owner = await OwnerOfThreeAsync();

        var item = (await ListAsync(owner, new() { Action = "models.create" }, personal: false)).Items.Single();

        item.IpAddress.ShouldBeNull();
        item.Withheld.ShouldBe(["$client.ip"]);
        item.Erased.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("!")]
    [InlineData("AAAA")]
    public async Task ListAsync_WhenCursorIsNone_Refuses(string cursor)
    {
        var owner = await portal.NewTenantAsync();

        var result = await portal.Cell.Audit.ListAsync(
            owner.Tenant, AuditFilter.All, 10, cursor, personal: false, CancellationToken.None);

        result.Error.ShouldBeOfType<Invalid>().Code.ShouldBe("cursor-malformed");
    }

    [Fact]
    public async Task ListAsync_WhenOtherTenantAsks_SeesNothing()
    {
        await OwnerOfThreeAsync();

        (await ListAsync(await portal.NewTenantAsync(), AuditFilter.All)).Items.ShouldBeEmpty();
    }
}
