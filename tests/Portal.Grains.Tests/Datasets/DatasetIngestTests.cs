using System.Collections.Immutable;
using System.Text;
using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Keys;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Datasets;

public sealed class DatasetIngestTests(DatasetPortal portal) : IClassFixture<DatasetPortal>
{
    private const string Small = "id,age,plan\nc1,30,Basic\nc2,,Basic\nc3,41,Premium\n";

    [Fact]
    public async Task Create_WhenTheFileIsGood_StoresBytesVersionAndStatistics()
    {
        var person = await portal.NewTenantAsync();

        var added = (await portal.CreateAsync(person, "Customers", Small)).OrThrow();

        added.IsNew.ShouldBeTrue();
        added.Version.Rows.ShouldBe(3);
        added.Version.Bytes.ShouldBe(Small.Length);
        added.Version.Columns.Select(c => c.Name).ShouldBe(["id", "age", "plan"]);
        added.Version.Columns[1].Type.ShouldBe("integer");
        var read = (await portal.Queries.VersionAsync(person, added.Dataset, 1, default)).OrThrow();
        read.Version.Sha256.ShouldBe(added.Version.Sha256);
        read.Profile.Columns[1].Missing.ShouldBe(1);
        read.Profile.Columns[1].Numeric!.Maximum.ShouldBe(41);
        read.Profile.Columns[1].Histogram!.Counts.Sum().ShouldBe(2);
        read.Profile.Columns[2].Top[0].ShouldBe(new ValueCount("Basic", 2));
        await using var stream = await DatasetContent.OpenAsync(
            portal.Cell, person.Tenant, added.Version, CancellationToken.None);
        (await new StreamReader(stream.ShouldNotBeNull()).ReadToEndAsync()).ShouldBe(Small);
    }

    [Fact]
    public async Task Create_WhenThereAreManyValues_MakesHistogramsExactFromTheStoredBytes()
    {
        var person = await portal.NewTenantAsync();
        var csv = new StringBuilder("x\n");
        for (var i = 0; i < 30_000; i++)
        {
            csv.Append(i * i % 30_011).Append('\n');
        }

        var added = (await portal.CreateAsync(person, "Squares", csv.ToString())).OrThrow();

        var profile = (await portal.Queries.VersionAsync(person, added.Dataset, 1, default)).OrThrow().Profile;
        profile.Columns[0].Histogram!.IsExact.ShouldBeTrue();
        profile.Columns[0].Histogram!.Counts.Sum().ShouldBe(30_000);
    }

    [Theory]
    [InlineData("ragged", "csv-ragged-row", 2L, null)]
    [InlineData("duplicate header", "csv-duplicate-header", null, "a")]
    [InlineData("empty header", "csv-empty-header", null, null)]
    [InlineData("latin-1", "csv-not-utf8", null, null)]
    [InlineData("utf-16", "csv-utf16", null, null)]
    [InlineData("empty", "csv-empty", null, null)]
    [InlineData("header only", "csv-no-rows", null, null)]
    [InlineData("binary", "csv-binary", null, null)]
    [InlineData("100 MB line", "csv-line-too-long", 2L, null)]
    [InlineData("open quote", "csv-unclosed-quote", 1L, null)]
    public async Task Create_WhenTheFileIsBad_NamesThePlaceAndLeavesNothing(
        string what, string code, long? row, string? column)
    {
        var person = await portal.NewTenantAsync();
        var settings = new UploadSettings { UploadId = "upload-of-" + code };

        var refusal = (await portal.Ingest.CreateAsync(
            DatasetPortal.Call(person), what, settings, new MemoryStream(BadFile(what)), default))
                .Error.ShouldNotBeNull();

        refusal.ShouldBeOfType<Invalid>().Code.ShouldBe(code);
        refusal.Fields[0].Code.ShouldBe(code);
        refusal.Fields[0].Row.ShouldBe(row);
        refusal.Fields[0].Column.ShouldBe(column);
        portal.Board.Find(person.Tenant, settings.UploadId)!.Stage.ShouldBe(UploadStage.Refused);
        await NothingIsLeftAsync(person);
    }

    [Fact]
    public async Task Create_WhenTheFileIsTooLarge_SaysSoAndLeavesNothing()
    {
        var person = await portal.NewTenantAsync();

        var announced = await portal.CreateAsync(
            person, "Huge", Small, new UploadSettings { Length = 200_000_001 });
        var sent = await portal.Ingest.CreateAsync(
            DatasetPortal.Call(person), "Huge", UploadSettings.None, new EndlessCsv(300_000_000), default);

        announced.Error!.Code.ShouldBe("upload-too-large");
        sent.Error!.Code.ShouldBe("upload-too-large");
        await NothingIsLeftAsync(person);
    }

    [Fact]
    public async Task Create_WhenTheConnectionBreaks_LeavesNothing()
    {
        var person = await portal.NewTenantAsync();
        using var broken = new EndlessCsv(5_000_000) { BreaksAtItsEnd = true };

        await Should.ThrowAsync<IOException>(() => portal.Ingest.CreateAsync(
            DatasetPortal.Call(person), "Broken", UploadSettings.None, broken, default));

        await NothingIsLeftAsync(person);
    }

    [Fact]
    public async Task Create_WhenTheTypeOrSubjectIsUnknown_NamesIt()
    {
        var person = await portal.NewTenantAsync();

        var type = await portal.CreateAsync(person, "T", Small, Types(("age", "float")));
        var column = await portal.CreateAsync(person, "T", Small, Types(("years", "integer")));
        var subject = await portal.CreateAsync(person, "T", Small, new() { SubjectKey = "customer" });

        type.Error!.Fields.Single().Path.ShouldBe("types.age");
        column.Error!.Fields.Single().Column.ShouldBe("years");
        subject.Error!.Code.ShouldBe("subject-key-unknown");
        await NothingIsLeftAsync(person);
    }

    [Fact]
    public async Task Create_WhenTheNameIsTaken_RefusesAndLeavesNothingMore()
    {
        var person = await portal.NewTenantAsync();
        await portal.CreateAsync(person, "Customers", Small);
        var files = portal.BlobFiles(person.Tenant);

        var second = await portal.CreateAsync(person, " CUSTOMERS ", "a\n1\n");

        second.Error.ShouldBeOfType<Conflict>().Code.ShouldBe("name-taken");
        portal.BlobFiles(person.Tenant).ShouldBe(files);
    }

    [Fact]
    public async Task Create_WhenManyWantOneName_ExactlyOneGetsItAndNoBytesOfOthersStay()
    {
        var person = await portal.NewTenantAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            portal.CreateAsync(person, "Same", $"a\n{i}\n")));

        all.Count(r => r.Ok).ShouldBe(1);
        all.Where(r => !r.Ok).ShouldAllBe(r => r.Error!.Code == "name-taken");
        (await portal.CountAsync(person.Tenant, "datasets")).ShouldBe(1);
        portal.BlobFiles(person.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task Create_WhenRepeatedWithItsKey_AnswersAsAtFirst()
    {
        var person = await portal.NewTenantAsync();

        var first = (await portal.CreateAsync(person, "Once", Small, command: "k1")).OrThrow();
        var again = (await portal.CreateAsync(person, "Once", Small, command: "k1")).OrThrow();
        var other = await portal.CreateAsync(person, "Once", "a\n1\n", command: "k1");

        again.Dataset.ShouldBe(first.Dataset);
        again.Version.Sha256.ShouldBe(first.Version.Sha256);
        other.Error!.Code.ShouldBe("command-id-reused");
        (await portal.CountAsync(person.Tenant, "datasets")).ShouldBe(1);
    }

    [Fact]
    public async Task AddVersion_WhenBytesAreTheSame_IsTheVersionThatIsThere()
    {
        var person = await portal.NewTenantAsync();
        var added = (await portal.CreateAsync(person, "Customers", Small)).OrThrow();

        var same = (await portal.Ingest.AddVersionAsync(
            DatasetPortal.Call(person), added.Dataset, UploadSettings.None, DatasetPortal.Csv(Small), default))
            .OrThrow();
        var other = (await portal.Ingest.AddVersionAsync(
            DatasetPortal.Call(person), added.Dataset, UploadSettings.None, DatasetPortal.Csv("a\n1\n"), default))
            .OrThrow();

        (same.Version.Number, same.IsNew).ShouldBe((1, false));
        (other.Version.Number, other.IsNew).ShouldBe((2, true));
        portal.BlobFiles(person.Tenant).ShouldBe(2);
    }

    [Fact]
    public async Task Progress_WhenDone_SaysWhatItBecame()
    {
        var person = await portal.NewTenantAsync();

        var added = (await portal.CreateAsync(
            person, "Watched", Small, new() { UploadId = "watch-0001", Length = Small.Length })).OrThrow();

        var progress = portal.Board.Find(person.Tenant, "watch-0001").ShouldNotBeNull();
        progress.Stage.ShouldBe(UploadStage.Done);
        progress.Dataset.ShouldBe(added.Dataset);
        progress.Rows.ShouldBe(3);
        progress.Bytes.ShouldBe(Small.Length);
        portal.Board.Find(Sample.Person.Tenant, "watch-0001").ShouldBeNull();
    }

    [Fact]
    public async Task Create_WhenTheRoleMayNot_IsDeniedAndStandsInTheLog()
    {
        var person = await portal.NewTenantAsync();
        var viewer = person with { Role = Role.Viewer };

        var refused = await portal.CreateAsync(viewer, "Mine", Small);

        refused.Error.ShouldBeOfType<Forbidden>();
        var denied = (await portal.EventsAsync(GrainKeys.Denials(person.Tenant, person.Actor))).Single();
        denied.Action.ShouldBe("datasets.create");
        await NothingIsLeftAsync(person);
    }

    private static UploadSettings Types(params (string Column, string Type)[] types) =>
        new() { Types = types.ToImmutableDictionary(t => t.Column, t => t.Type) };

    private static byte[] BadFile(string what) => what switch
    {
        "ragged" => Utf8("a,b\n1,2\n1,2,3\n"),
        "duplicate header" => Utf8("a,b,a\n1,2,3\n"),
        "empty header" => Utf8("a,,c\n1,2,3\n"),
        "latin-1" => [.. Utf8("name\nJos"), 0xE9, (byte)'\n'],
        "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,b\n1,2\n")],
        "empty" => [],
        "header only" => Utf8("a,b\n"),
        "binary" => [.. "PK"u8, 3, 4, 0, 0, 0, 1, 2, 3],
        "100 MB line" => Utf8("a,b\n1,2\n" + new string('x', 100_000_000)),
        "open quote" => Utf8("a,b\n1,\"2\n3,4\n"),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private async Task NothingIsLeftAsync(Principal person)
    {
        portal.BlobFiles(person.Tenant).ShouldBe(0);
        (await portal.CountAsync(person.Tenant, "datasets")).ShouldBe(0);
        (await portal.CountAsync(person.Tenant, "dataset_versions")).ShouldBe(0);
        (await portal.CountAsync(person.Tenant, "dataset_profiles")).ShouldBe(0);
        (await portal.CountAsync(person.Tenant, "events where type like 'dataset.%'")).ShouldBe(0);
    }
}
