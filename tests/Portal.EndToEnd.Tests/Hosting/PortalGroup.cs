namespace Portal.EndToEnd.Tests.Hosting;

/// <summary>All tests in a browser share one portal, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PortalGroup : ICollectionFixture<PortalFixture>
{
    public const string Name = "portal";
}
