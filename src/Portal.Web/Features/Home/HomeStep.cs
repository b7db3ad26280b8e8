namespace Portal.Web.Features.Home;

/// <summary>A step of the way to a first model; <paramref name="Href"/> is null where its page is closed.</summary>
public sealed record HomeStep(string Key, string Icon, string? Href);
