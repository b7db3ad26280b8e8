using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Events;

namespace Portal.Grains.Runtime;

/// <summary>Turns events into rows and back, by the names in <see cref="EventTypeAttribute"/>.</summary>
public sealed class EventCodec
{
    private readonly FrozenDictionary<string, EventShape> _byName;
    private readonly FrozenDictionary<Type, EventShape> _byType;

    /// <summary>Finds every event of <paramref name="assemblies"/>; a name used twice is a bug.</summary>
    public EventCodec(params IEnumerable<Assembly> assemblies)
    {
        var shapes = assemblies.SelectMany(a => a.GetTypes())
            .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(IDomainEvent)))
            .Select(EventShape.Of)
            .ToImmutableArray();
        _byName = shapes.ToFrozenDictionary(s => s.Name, StringComparer.Ordinal);
        _byType = shapes.ToFrozenDictionary(s => s.Type);
    }

    /// <summary>The row of an event about to be written to the stream of <paramref name="key"/>.</summary>
    public NewEvent Encode(GrainKey key, IDomainEvent happened, Guid eventId)
    {
        var shape = _byType[happened.GetType()];
        var body = (JsonObject)JsonSerializer.SerializeToNode(happened, shape.Type, PortalJson.Options)!;
        var facts = happened.Facts();
        return new(eventId, shape.Name, shape.Version, shape.Name, body)
        {
            ObjectType = key.Kind,
            ObjectId = key.Id,
            ObjectVersion = facts.ObjectVersion,
            ObjectHash = facts.ObjectHash,
            Reason = facts.Reason,
            PolicyId = facts.PolicyId,
            PolicyVersion = facts.PolicyVersion,
            ApprovalIds = facts.ApprovalIds,
            Classification = facts.Classification,
            LegalBasis = facts.LegalBasis,
            Personal = shape.PersonalOf(happened, body),
        };
    }

    /// <summary>The event of a row; null for a type that this build does not know, which a state ignores.</summary>
    public IDomainEvent? Decode(StoredEvent row) =>
        _byName.TryGetValue(row.Type, out var shape)
            ? (IDomainEvent?)row.Body.Deserialize(shape.Type, PortalJson.Options)
            : null;

    private sealed record EventShape(
        Type Type, string Name, int Version, ImmutableArray<(PropertyInfo Value, PropertyInfo Subject)> Personal)
    {
        public static EventShape Of(Type type)
        {
            var name = type.GetCustomAttribute<EventTypeAttribute>()
                ?? throw new InvalidOperationException($"{type} is an event without [EventType].");
            var personal = type.GetProperties()
                .Select(p => (Value: p, Mark: p.GetCustomAttribute<PersonalAttribute>()))
                .Where(p => p.Mark is not null)
                .Select(p => (p.Value, type.GetProperty(p.Mark!.SubjectProperty)
                    ?? throw new InvalidOperationException($"{type} has no {p.Mark.SubjectProperty}.")));
            return new(type, name.Name, name.Version, [.. personal]);
        }

        public ImmutableArray<PersonalField> PersonalOf(IDomainEvent happened, JsonObject body) =>
            [.. Personal
                .Select(p => new PersonalField(
                    JsonNamingPolicy.CamelCase.ConvertName(p.Value.Name),
                    p.Subject.GetValue(happened)?.ToString() ?? string.Empty))
                .Where(f => body.ContainsKey(f.Property))];
    }
}
