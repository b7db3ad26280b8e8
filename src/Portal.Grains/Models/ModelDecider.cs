using System.Collections.Immutable;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Models;

/// <summary>Decides on models. Pure.</summary>
internal static class ModelDecider
{
    private const int NameMax = 100;
    private const int DescriptionMax = 5_000;
    private const int TagsMax = 50;
    private const int TagNameMax = 50;
    private const int TagValueMax = 250;

    /// <summary>A run registers once: asked again, it gets the version that it made.</summary>
    public static Result<Decision<ModelAnswer>> Register(
        ModelId id, ModelState state, RegisterVersion command, DecisionContext context)
    {
        if (state.Versions.FirstOrDefault(v => v.Run == command.Version.Run) is { } made)
        {
            return Decision.Nothing(new ModelAnswer(id, made.Number));
        }

        if (state.Exists && (state.Problem != command.Version.Problem || state.Target != command.Version.Target))
        {
            return ModelErrors.OtherProblem;
        }

        if (!state.Exists && !IsName(command.Name))
        {
            return command.Name is null ? ModelErrors.NotFound : ModelErrors.BadName;
        }

        var version = command.Version with { Number = state.Versions.Length + 1, RegisteredAt = context.Now };
        var registered = new ModelVersionRegistered(version);
        var answer = new ModelAnswer(id, version.Number);
        return state.Exists
            ? Decision.Of(answer, registered)
            : Decision.Of(
                answer,
                new ModelCreated(command.Name!.Trim(), version.Problem, version.Target, context.Now),
                registered);
    }

    public static Result<Decision<ModelAnswer>> Edit(ModelId id, ModelState state, EditModel command)
    {
        if (!state.Exists)
        {
            return ModelErrors.NotFound;
        }

        if (command.Name is not null && !IsName(command.Name))
        {
            return ModelErrors.BadName;
        }

        if (command.Description?.Length > DescriptionMax)
        {
            return ModelErrors.DescriptionTooLong;
        }

        if (command.Tags is not null && !AreTags(command.Tags))
        {
            return ModelErrors.BadTags;
        }

        List<IDomainEvent> events = [];
        if (command.Name?.Trim() is { } name && name != state.Name)
        {
            events.Add(new ModelRenamed(name));
        }

        if (command.Description is { } text && text != state.Description)
        {
            events.Add(new ModelDescribed(text));
        }

        if (command.Tags is { } tags && !tags.SequenceEqual(state.Tags))
        {
            events.Add(new ModelTagged(tags));
        }

        return Decision.Of(new ModelAnswer(id, 0), [.. events]);
    }

    private static bool AreTags(ImmutableSortedDictionary<string, string> tags) =>
        tags.Count <= TagsMax && tags.All(t =>
            t.Key.Length is > 0 and <= TagNameMax && !t.Key.Any(char.IsControl)
            && t.Value is { Length: <= TagValueMax } && !t.Value.Any(char.IsControl));

    private static bool IsName(string? name) =>
        name?.Trim() is { Length: > 0 and <= NameMax } trimmed && !trimmed.Any(char.IsControl);
}
