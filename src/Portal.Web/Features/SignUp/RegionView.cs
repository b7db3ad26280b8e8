namespace Portal.Web.Features.SignUp;

/// <summary>A region and what people call it.</summary>
public sealed record RegionView(string Code, string Name);
