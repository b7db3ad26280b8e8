namespace Portal.Web.Ui.Charts;

/// <summary>A value with its name.</summary>
public sealed record NamedValue(string Name, double Value);
