namespace Portal.Web.Features.Training;

/// <summary>Names the texts of this feature: <c>TrainingText.resx</c>.</summary>
public sealed class TrainingText;
