namespace Portal.Compute.Training.Planning;

/// <summary>Why a table cannot be trained on as asked.</summary>
/// <param name="Code">One of <see cref="PlanRefusalCode"/>.</param>
/// <param name="Message">The same in plain English.</param>
/// <param name="Column">The column it is about, if any.</param>
/// <param name="Value">The class or value it is about, if any.</param>
/// <param name="Found">The number found, if it is about one.</param>
/// <param name="Limit">The number allowed or needed, if it is about one.</param>
public sealed record PlanRefusal(
    string Code, string Message, string? Column = null, string? Value = null, long? Found = null, long? Limit = null);
