using System.Text.Json.Nodes;
using Portal.Tenancy.Access;
using Portal.Tenancy.Storage.Events;

namespace Portal.Tenancy.Tests.Storage.Events;

/// <summary>Appends with only the parts that a test is about.</summary>
internal static class AppendBuilder
{
    public static AppendRequest Append(this Principal principal, string stream, long expected, int events = 1) =>
        new(principal, stream, expected, [.. Enumerable.Range(0, events).Select(_ => Event())])
        {
            CorrelationId = Guid.CreateVersion7(),
        };

    public static NewEvent Event(string action = "models.create", JsonObject? body = null) =>
        new(Guid.CreateVersion7(), "model-created", 1, action, body ?? new JsonObject { ["name"] = "churn" })
        {
            ObjectType = "model",
            ObjectId = "mdl_1",
        };
}
