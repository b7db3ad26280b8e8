using System.Collections.Immutable;
using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Keys;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Datasets;

public sealed class DatasetLifeTests(DatasetPortal portal) : IClassFixture<DatasetPortal>
{
    private const string Small = "id,zip,plan\nc1,81234,Basic\nc2,99999,Basic\nc3,10000,n/a\n";

    [Fact]
    public async Task Retype_WhenATypeIsCorrected_IsANewVersionOfTheSameBytes()
    {
        var (person, id) = await WithDatasetAsync();

        var added = (await portal.Retyping.RetypeAsync(
            DatasetPortal.Call(person), id, 1, new(Types(("zip", "category")), "id"), default)).OrThrow();

        added.Version.Number.ShouldBe(2);
        added.Version.Columns[1].Type.ShouldBe("category");
        added.Version.SubjectKey.ShouldBe("id");
        portal.BlobFiles(person.Tenant).ShouldBe(1);
        var before = (await portal.Queries.VersionAsync(person, id, 1, default)).OrThrow();
        var after = (await portal.Queries.VersionAsync(person, id, 2, default)).OrThrow();
        after.Version.Sha256.ShouldBe(before.Version.Sha256);
        before.Profile.Columns[1].Numeric.ShouldNotBeNull();
        after.Profile.Columns[1].Numeric.ShouldBeNull();
        after.Profile.Columns[1].Top.Select(t => t.Value).ShouldContain("81234");
        after.Profile.Columns[0].Distinct.ShouldBe(before.Profile.Columns[0].Distinct);
    }

    [Fact]
    public async Task Retype_WhenNothingDiffers_IsTheVersionThatIsThere()
    {
        var (person, id) = await WithDatasetAsync();

        var same = (await portal.Retyping.RetypeAsync(
            DatasetPortal.Call(person), id, 1, new(Types(("zip", "Integer")), null), default)).OrThrow();

        (same.IsNew, same.Version.Number).ShouldBe((false, 1));
    }

    [Theory]
    [InlineData("town", "text", "csv-unknown-column")]
    [InlineData("zip", "postcode", "type-unknown")]
    public async Task Retype_WhenColumnOrTypeIsUnknown_NamesIt(string column, string type, string code)
    {
        var (person, id) = await WithDatasetAsync();

        var refused = await portal.Retyping.RetypeAsync(
            DatasetPortal.Call(person), id, 1, new(Types((column, type)), null), default);

        refused.Error!.Code.ShouldBe(code);
        refused.Error.Fields.Single().Column.ShouldBe(column);
    }

    [Fact]
    public async Task Delete_WhenDone_DestroysBytesAndStatisticsAndKeepsTheHash()
    {
        var (person, id) = await WithDatasetAsync();
        var other = (await portal.CreateAsync(person, "Copy", Small)).OrThrow();

        (await portal.CallAsync(DatasetPortal.Call(person), id, g => g.DeleteAsync(default))).OrThrow();
        await portal.RunDueAsync();

        (await portal.Queries.GetAsync(person, id, default)).Error.ShouldBeOfType<NotFound>();
        (await portal.CountAsync(person.Tenant, "dataset_profiles")).ShouldBe(1);
        portal.BlobFiles(person.Tenant).ShouldBe(1);
        var events = await portal.EventsAsync(GrainKeys.Dataset(person.Tenant, id));
        events.Select(e => e.Type).ShouldBe(
            ["dataset.created", "dataset.version-added", "dataset.deleted", "dataset.destroyed"]);
        events[1].ObjectHash.ShouldBe(other.Version.Sha256);
        await using var copy = await DatasetContent.OpenAsync(portal.Cell, person.Tenant, other.Version, default);
        copy.ShouldNotBeNull();
    }

    [Fact]
    public async Task Delete_WhenDone_FreesTheName()
    {
        var (person, id) = await WithDatasetAsync();

        (await portal.CallAsync(DatasetPortal.Call(person), id, g => g.DeleteAsync(default))).OrThrow();

        (await portal.CreateAsync(person, "Customers", Small)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Rename_WhenTheNameIsTaken_Refuses()
    {
        var (person, id) = await WithDatasetAsync();
        await portal.CreateAsync(person, "Copy", Small);

        var refused = await portal.CallAsync(DatasetPortal.Call(person), id, g => g.RenameAsync("COPY", default));

        refused.Error.ShouldBeOfType<Conflict>().Code.ShouldBe("name-taken");
    }

    [Fact]
    public async Task Rename_WhenTheVersionSeenIsOld_Refuses()
    {
        var (person, id) = await WithDatasetAsync();
        var seen = (await portal.Queries.GetAsync(person, id, default)).OrThrow().Revision;

        var first = await portal.CallAsync(
            DatasetPortal.Call(person, ifVersion: seen), id, g => g.RenameAsync("A", default));
        var second = await portal.CallAsync(
            DatasetPortal.Call(person, ifVersion: seen), id, g => g.RenameAsync("B", default));

        first.Ok.ShouldBeTrue();
        second.Error!.Code.ShouldBe("version-mismatch");
        (await portal.Queries.GetAsync(person, id, default)).OrThrow().Name.ShouldBe("A");
    }

    [Fact]
    public async Task Everything_WhenTheIdIsSomebodyElses_AnswersAsIfItWereMissing()
    {
        var (_, id) = await WithDatasetAsync();
        var stranger = await portal.NewTenantAsync();
        var missing = DatasetId.New(TimeProvider.System);

        foreach (var attempt in Attempts(stranger))
        {
            var foreign = await attempt(id);
            foreign.ShouldBeOfType<NotFound>();
            foreign.ShouldBe(await attempt(missing));
        }

        (await portal.Queries.ListAsync(stranger, new(), default)).OrThrow().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task List_WhenPaged_GivesEachOnceInOrder()
    {
        var person = await portal.NewTenantAsync();
        foreach (var name in (string[])["d", "b", "A", "c", "churn-1"])
        {
            await portal.CreateAsync(person, name, Small);
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        (await NamesAsync(person, "name")).ShouldBe(["A", "b", "c", "churn-1", "d"]);
        (await NamesAsync(person, null)).ShouldBe(["churn-1", "c", "A", "b", "d"]);
        var filtered = (await portal.Queries.ListAsync(person, new(Filter: "CHURN"), default)).OrThrow();
        filtered.Items.Select(i => i.Name).ShouldBe(["churn-1"]);
        (await portal.Queries.ListAsync(person, new(Cursor: "x!"), default)).Error!.Code.ShouldBe("cursor-invalid");
        (await portal.Queries.ListAsync(person, new(Sort: "size"), default)).Error!.Code.ShouldBe("sort-unknown");
    }

    [Fact]
    public async Task Rows_WhenLookedAtOrDownloaded_StandInTheLogBeforeTheyAreGiven()
    {
        var (person, id) = await WithDatasetAsync();

        var preview = (await portal.Rows.PreviewAsync(DatasetPortal.Call(person), id, 1, default)).OrThrow();
        var download = (await portal.Rows.DownloadAsync(DatasetPortal.Call(person), id, 1, default)).OrThrow();

        preview.Rows[0].ShouldBe(["c1", "81234", "Basic"]);
        await using var content = download.Content;
        (await new StreamReader(content).ReadToEndAsync()).ShouldBe(Small);
        download.FileName.ShouldBe("Customers-v1.csv");
        var log = await portal.EventsAsync(GrainKeys.Access(person.Tenant, person.Actor));
        log.Select(e => e.Body["purpose"]!.GetValue<string>()).ShouldBe(["preview", "download"]);
        log[1].ObjectId.ShouldBe(id.ToString());
        log[1].ObjectHash.ShouldBe(download.Version.Sha256);
        log[1].Classification.ShouldBe("confidential");
    }

    [Fact]
    public async Task Sweep_WhenAnUploadWasKilledBeforeItsVersion_RemovesItsBytesAndNoOthers()
    {
        var (person, id) = await WithDatasetAsync();
        await portal.CallAsync(DatasetPortal.Call(person), id, g => g.ExpectBlobAsync(default));
        await using (var writer = await portal.Cell.Blobs.CreateAsync(
            person.Tenant, DatasetContent.BlobKindOf(id), default))
        {
            await writer.Stream.WriteAsync("a\n1\n"u8.ToArray());
            await writer.CommitAsync(default);
        }

        await portal.RunDueAsync();
        portal.BlobFiles(person.Tenant).ShouldBe(2);
        portal.Clock.Advance(TimeSpan.FromDays(400));
        await portal.RunDueAsync();

        portal.BlobFiles(person.Tenant).ShouldBe(1);
        (await portal.Rows.PreviewAsync(DatasetPortal.Call(person), id, 1, default)).Ok.ShouldBeTrue();
    }

    private IEnumerable<Func<DatasetId, Task<Error?>>> Attempts(Principal who)
    {
        var call = DatasetPortal.Call(who);
        yield return async id => (await portal.Queries.GetAsync(who, id, default)).Error;
        yield return async id => (await portal.Queries.VersionsAsync(who, id, default)).Error;
        yield return async id => (await portal.Queries.VersionAsync(who, id, 1, default)).Error;
        yield return async id => (await portal.Rows.PreviewAsync(call, id, 1, default)).Error;
        yield return async id => (await portal.Rows.DownloadAsync(call, id, 1, default)).Error;
        yield return async id => (await portal.Ingest.AddVersionAsync(
            call, id, UploadSettings.None, DatasetPortal.Csv(Small), default)).Error;
        yield return async id => (await portal.Retyping.RetypeAsync(call, id, 1, new(Types(), "id"), default)).Error;
        yield return async id => (await portal.CallAsync(call, id, g => g.RenameAsync("Mine", default))).Error;
        yield return async id => (await portal.CallAsync(call, id, g => g.DeleteAsync(default))).Error;
    }

    private async Task<List<string>> NamesAsync(Principal person, string? sort)
    {
        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await portal.Queries.ListAsync(person, new(2, cursor, null, sort), default)).OrThrow();
            names.AddRange(page.Items.Select(i => i.Name));
            cursor = page.Next;
        }
        while (cursor is not null);
        return names;
    }

    private async Task<(Principal Person, DatasetId Id)> WithDatasetAsync()
    {
        var person = await portal.NewTenantAsync();
        return (person, (await portal.CreateAsync(person, "Customers", Small)).OrThrow().Dataset);
    }

    private static ImmutableDictionary<string, string> Types(params (string Column, string Type)[] types) =>
        types.ToImmutableDictionary(t => t.Column, t => t.Type);
}
