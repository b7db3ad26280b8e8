using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Portal.Grains.Audit;

namespace Portal.Web.Features.Audit;

/// <summary>What an event says, in a plain sentence: the text whose key is the event's type.</summary>
internal static class AuditSentence
{
    private static readonly string[] Names = ["name", "endpoint", "email", "title"];

    /// <summary>The sentence; a type without one speaks by its stored name.</summary>
    public static string Of(AuditEntry entry, IStringLocalizer<AuditText> text)
    {
        var sentence = text[entry.Type, Thing(entry), entry.ObjectVersion ?? string.Empty, entry.Action];
        return sentence.ResourceNotFound ? entry.Type : sentence;
    }

    // What a thing is called stands in the event that named it; elsewhere its id has to do.
    private static string Thing(AuditEntry entry)
    {
        foreach (var name in Names)
        {
            if (entry.Body[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0)
            {
                return text;
            }
        }

        return entry.ObjectId;
    }
}
