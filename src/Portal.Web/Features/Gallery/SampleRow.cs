using Portal.Web.Ui;

namespace Portal.Web.Features.Gallery;

/// <summary>A row of the gallery's table.</summary>
internal sealed record SampleRow(string Name, string State, Tone Tone, double Auc, DateTimeOffset At);
