using System.Security.Cryptography;
using System.Text;
using Portal.Tenancy.Storage.Events;

namespace Portal.Tenancy.Tests.Storage.Events;

public sealed class EventEnvelopeTests
{
    private const string Expected =
        """{"action":"models.create","actor_id":"usr_1","actor_type":"user","approval_ids":["apr_1"],"""
        + """
        "auth_strength":"strong","classification":"internal",
        """
        + """
        "correlation_id":"00000000-0000-0000-0000-000000000003","decision":"allow",
        """
        + """
        "event_id":"00000000-0000-0000-0000-000000000002","node":"n1","object_id":"mdl_1","object_type":"model",
        """
        + """
        "occurred_at":"2026-03-01T09:00:00.123456Z","region":"eu-west","stream":"s",
        """
        + """
        "tenant_id":"00000000-0000-0000-0000-000000000001","type":"model-created","type_version":1,"version":7}
        """;

    [Fact]
    public void Canonical_WhenOptionalFieldsAreNull_LeavesThemOut() =>
        Encoding.UTF8.GetString(EventEnvelope.Canonical(Row())).ShouldBe(Expected);

    [Fact]
    public void Leaf_WhenComputedByHand_IsTheSame()
    {
        byte[] bytes = [0x00, .. Encoding.UTF8.GetBytes(Expected), .. "{}"u8];

        EventEnvelope.Leaf(Row()).ShouldBe(SHA256.HashData(bytes));
    }

    [Fact]
    public void Leaf_WhenPersonalIsRemoved_StaysTheSame() =>
        EventEnvelope.Leaf(Row() with { Personal = null }).ShouldBe(EventEnvelope.Leaf(Row()));

    [Fact]
    public void Leaf_WhenReasonIsAdded_Changes() =>
        EventEnvelope.Leaf(Row() with { Reason = "x" }).ShouldNotBe(EventEnvelope.Leaf(Row()));

    private static EventRow Row() => new()
    {
        Tenant = Guid.Parse("00000000-0000-0000-0000-000000000001"),
        Stream = "s",
        Version = 7,
        EventId = Guid.Parse("00000000-0000-0000-0000-000000000002"),
        Type = "model-created",
        TypeVersion = 1,
        OccurredAt = new DateTimeOffset(2026, 3, 1, 13, 0, 0, 123, 456, TimeSpan.FromHours(4)),
        ActorType = "user",
        ActorId = "usr_1",
        SessionId = null,
        AuthStrength = "strong",
        OnBehalfOf = null,
        Action = "models.create",
        ObjectType = "model",
        ObjectId = "mdl_1",
        ObjectVersion = null,
        ObjectHash = null,
        Decision = "allow",
        PolicyId = null,
        PolicyVersion = null,
        Reason = null,
        ApprovalIds = ["apr_1"],
        CorrelationId = Guid.Parse("00000000-0000-0000-0000-000000000003"),
        CausationId = null,
        CommandId = null,
        Region = "eu-west",
        Node = "n1",
        Classification = "internal",
        LegalBasis = null,
        Body = [.. "{}"u8],
        Personal = [1],
    };
}
