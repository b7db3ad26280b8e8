namespace Portal.Tenancy.Primitives;

/// <summary>A typed id that is shown as <c>prefix_…</c>; JSON and routes carry it in that form.</summary>
public interface IPublicId<TSelf>
    where TSelf : struct, IPublicId<TSelf>
{
    /// <summary>The UUIDv7 behind it.</summary>
    Guid Value { get; }

    /// <summary>Reads the outward form.</summary>
    static abstract bool TryParse(string? text, out TSelf id);
}
