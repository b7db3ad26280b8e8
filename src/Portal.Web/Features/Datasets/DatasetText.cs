namespace Portal.Web.Features.Datasets;

/// <summary>Names the texts of this feature: <c>DatasetText.resx</c>.</summary>
public sealed class DatasetText;
