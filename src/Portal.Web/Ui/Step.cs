namespace Portal.Web.Ui;

/// <summary>One step of a <see cref="Stepper"/>; <paramref name="Href"/> leads back to a step that is done.</summary>
public sealed record Step(string Text, string? Href = null);
