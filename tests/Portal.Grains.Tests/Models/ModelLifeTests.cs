using System.Collections.Immutable;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Models;

public sealed class ModelLifeTests(ModelPortal portal) : IClassFixture<ModelPortal>
{
    private readonly ModelId _id = ModelId.New(TimeProvider.System);

    [Fact]
    public async Task Register_WhenRepeatedForOneRun_MakesOneVersion()
    {
        var tenant = await portal.NewTenantAsync();
        var command = new RegisterVersion("Churn", VersionSample.Of());

        var first = await portal.RegisterAsync(tenant, _id, command);
        var again = await portal.RegisterAsync(tenant, _id, command);

        again.OrThrow().ShouldBe(first.OrThrow());
        (await portal.Queries.VersionsAsync(tenant, _id, default)).OrThrow().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Register_WhenNameIsTaken_Refuses()
    {
        var tenant = await portal.NewTenantAsync();
        await portal.RegisterAsync(tenant, _id, new("Churn", VersionSample.Of()));

        var second = await portal.RegisterAsync(
            tenant, ModelId.New(TimeProvider.System), new("CHURN", VersionSample.Of()));

        second.Error!.Code.ShouldBe("model-name-taken");
    }

    [Fact]
    public async Task Edit_WhenRenamedDescribedAndTagged_IsReadBack()
    {
        var tenant = await portal.NewTenantAsync();
        await portal.RegisterAsync(tenant, _id, new("Churn", VersionSample.Of()));
        var tags = ImmutableSortedDictionary<string, string>.Empty.Add("team", "retention");

        (await portal.EditAsync(tenant, _id, new("Leavers", "Who will leave?", tags))).Ok.ShouldBeTrue();

        var found = (await portal.Queries.FindAsync(tenant, _id, default)).OrThrow();
        (found.Name, found.Description, found.LatestVersion).ShouldBe(("Leavers", "Who will leave?", 1));
        found.Tags.ShouldBe(tags);
    }

    [Fact]
    public async Task Compare_WhenAVersionIsMissing_SaysNotFound()
    {
        var tenant = await portal.NewTenantAsync();
        await portal.RegisterAsync(tenant, _id, new("Churn", VersionSample.Of()));
        await portal.RegisterAsync(tenant, _id, new(null, VersionSample.Of()));

        (await portal.Queries.CompareAsync(tenant, _id, 1, 2, default)).OrThrow().Second.Number.ShouldBe(2);
        (await portal.Queries.CompareAsync(tenant, _id, 1, 9, default)).Error.ShouldBeOfType<NotFound>();
    }

    [Fact]
    public async Task Lineage_WhenRegistered_NamesDataRunAndHashes()
    {
        var tenant = await portal.NewTenantAsync();
        var version = VersionSample.Of();
        await portal.RegisterAsync(tenant, _id, new("Churn", version));

        var lineage = (await portal.Queries.LineageAsync(tenant, _id, 1, default)).OrThrow();

        (lineage.Run, lineage.Dataset, lineage.DatasetSha256).ShouldBe(
            (version.Run, version.Dataset, version.DatasetSha256));
    }

    [Fact]
    public async Task Download_WhenOpened_GivesTheBytesAndStandsInTheLog()
    {
        var tenant = await portal.NewTenantAsync();
        var stored = await portal.StoreAsync(tenant, [1, 2, 3]);
        await portal.RegisterAsync(tenant, _id, new("Churn", VersionSample.Of() with { Artifact = stored }));

        var download = (await portal.Files.DownloadAsync(ModelPortal.Call(tenant), _id, 1, default)).OrThrow();

        await using var content = download.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        copy.ToArray().ShouldBe([1, 2, 3]);
        var key = GrainKeys.Access(tenant.Tenant, tenant.Actor);
        var log = await portal.Cell.Events.ReadAsync(tenant.Tenant, key.ToString(), 0, default);
        var access = log.ShouldHaveSingleItem();
        (access.Type, access.ObjectId, access.ObjectHash).ShouldBe(
            ("model.artifact-downloaded", _id.ToString(), stored.Sha256));
    }

    [Fact]
    public async Task Queries_WhenAskedByAnotherTenant_FindNothing()
    {
        var owner = await portal.NewTenantAsync();
        var stranger = await portal.NewTenantAsync();
        await portal.RegisterAsync(owner, _id, new("Churn", VersionSample.Of()));

        (await portal.Queries.FindAsync(stranger, _id, default)).Error.ShouldBeOfType<NotFound>();
        (await portal.Queries.VersionAsync(stranger, _id, 1, default))
            .Error.ShouldBeOfType<NotFound>();
        (await portal.Queries.VersionsAsync(stranger, _id, default)).Error.ShouldBeOfType<NotFound>();
        (await portal.Queries.CompareAsync(stranger, _id, 1, 1, default)).Error.ShouldBeOfType<NotFound>();
        (await portal.Queries.LineageAsync(stranger, _id, 1, default))
            .Error.ShouldBeOfType<NotFound>();
        (await portal.Files.DownloadAsync(ModelPortal.Call(stranger), _id, 1, default))
            .Error.ShouldBeOfType<NotFound>();
        (await portal.Queries.ListAsync(stranger, new ListQuery(), default)).OrThrow().Items.ShouldBeEmpty();
    }
}
