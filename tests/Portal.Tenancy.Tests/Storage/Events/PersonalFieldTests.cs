using System.Text;
using System.Text.Json.Nodes;
using Portal.Tenancy.Access;
using Portal.Tenancy.Storage.Events;
using Portal.Tests;

namespace Portal.Tenancy.Tests.Storage.Events;

public sealed class PersonalFieldTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private const string Subject = "usr_subject";

    private async Task<(Principal Owner, AppendRequest Request)> AppendAsync()
    {
        var owner = await portal.NewTenantAsync() with { Origin = new("192.0.2.7", "Firefox") };
        var added = AppendBuilder.Event(body: new JsonObject { ["email"] = "ada@example.com", ["role"] = "Owner" }) with
        {
            Personal = [new("email", Subject)],
        };
        var request = owner.Append("s", 0) with { Events = [added] };
        await portal.Cell.Events.AppendAsync(request, CancellationToken.None);
        return (owner, request);
    }

    private async Task<StoredEvent> ReadAsync(Principal owner) =>
        (await portal.Cell.Events.ReadAsync(owner.Tenant, "s", 0, CancellationToken.None)).ShouldHaveSingleItem();

    [Fact]
    public async Task ReadAsync_WhenKeysExist_OpensPersonalFields()
    {
        var (owner, _) = await AppendAsync();

        var stored = await ReadAsync(owner);

        stored.Body.ToJsonString().ShouldBe("""{"email":"ada@example.com","role":"Owner"}""");
        (stored.IpAddress, stored.UserAgent).ShouldBe(("192.0.2.7", "Firefox"));
        stored.Erased.ShouldBeEmpty();
    }

    [Fact]
    public async Task AppendAsync_WhenFieldIsPersonal_StoresOnlyACommitment()
    {
        var (owner, request) = await AppendAsync();

        var stored = await ReadAsync(owner);

        var text = Encoding.UTF8.GetString(stored.SealedBody.Span);
        text.ShouldNotContain("ada@");
        text.ShouldNotContain("192.0.2.7");
        var body = JsonNode.Parse(text);
        ((string?)body?["email"]?["k"]).ShouldBe(Subject);
        ((string?)body?["email"]?["c"])?.Length.ShouldBe(64);
        ((string?)body?["$client"]?["ip"]?["k"]).ShouldBe(owner.Actor);
        ((string?)request.Events[0].Body["email"]).ShouldBe("ada@example.com");
    }

    [Fact]
    public async Task ReadAsync_WhenSubjectWasErased_ReadsNullAndTheLeafStays()
    {
        var (owner, _) = await AppendAsync();
        var before = await ReadAsync(owner);

        await portal.Cell.Keys.DestroyAsync(owner.Tenant, Subject, CancellationToken.None);
        var after = await ReadAsync(owner);

        after.Body.ToJsonString().ShouldBe("""{"email":null,"role":"Owner"}""");
        after.Erased.ShouldBe(["email"]);
        after.IpAddress.ShouldBe("192.0.2.7");
        after.LeafHash.ShouldBe(before.LeafHash);
    }

    [Fact]
    public async Task AppendAsync_WhenSubjectWasErasedBefore_WritesNothingReadable()
    {
        var owner = await portal.NewTenantAsync();
        await portal.Cell.Keys.GetAsync(owner.Tenant, Subject, create: true, CancellationToken.None);
        await portal.Cell.Keys.DestroyAsync(owner.Tenant, Subject, CancellationToken.None);
        var added = AppendBuilder.Event(body: new JsonObject { ["email"] = "ada@example.com" }) with
        {
            Personal = [new("email", Subject)],
        };

        await portal.Cell.Events.AppendAsync(owner.Append("s", 0) with { Events = [added] }, CancellationToken.None);

        (await ReadAsync(owner)).Erased.ShouldBe(["email"]);
    }

    [Fact]
    public async Task AppendAsync_WhenEqualValues_CommitmentsDiffer()
    {
        var (owner, _) = await AppendAsync();
        var (other, _) = await AppendAsync();

        var (one, two) = (await ReadAsync(owner), await ReadAsync(other));

        Commitment(one).ShouldNotBe(Commitment(two));

        static string? Commitment(StoredEvent e) => (string?)JsonNode.Parse(e.SealedBody.Span)?["email"]?["c"];
    }
}
