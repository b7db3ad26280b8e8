using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Datasets.Reading;
using Portal.Grains.Keys;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;
using Portal.Web.Features.Datasets;

namespace Portal.Web.Tests.Datasets;

/// <summary>Answers what a test put into it.</summary>
internal sealed class FakeDatasets : IDatasetsFacade
{
    public static readonly DatasetId Id = new(Guid.Parse("01961111-0000-7000-8000-000000000001"));

    public static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public Func<Task<Result<ListPage<DatasetSummary>>>> List { get; set; } =
        () => Task.FromResult((Result<ListPage<DatasetSummary>>)new ListPage<DatasetSummary>([], null));

    public Func<Task<Result<DatasetPageData>>> Get { get; set; } = () =>
        Task.FromResult((Result<DatasetPageData>)Page());

    public UploadProgress? Upload { get; set; }

    public List<RetypeSettings> Retyped { get; } = [];

    public int Previews { get; private set; }

    public static DatasetSummary Summary(string name = "Customers") => new()
    {
        Id = Id,
        Name = name,
        Latest = 1,
        Rows = 7043,
        Columns = 3,
        Bytes = 977_501,
        MissingCells = 11,
        Sha256 = new string('a', 64),
        CreatedAt = At,
        CreatedBy = "usr_1",
        UpdatedAt = At,
        Revision = 2,
    };

    public static DatasetVersion Version { get; } = new()
    {
        Number = 1,
        Blob = "blob",
        Sha256 = new string('a', 64),
        Bytes = 977_501,
        Rows = 7043,
        Delimiter = ',',
        Columns = [new("customer", "text"), new("age", "integer"), new("plan", "category")],
        AddedAt = At,
        AddedBy = "usr_1",
    };

    public static DatasetProfile Profile { get; } = new(
        7043,
        977_501,
        ',',
        [
            new("customer", "text", null, 7043, 0, 7043, true, true, null, null, [], []),
            new("age", "integer", null, 7043, 11, 60, true, false,
                new(18, 90, 41.5, 10, 20, 30, 40, 50, 70, true), new([18, 54, 90], [5000, 2032], true), [], []),
            new("plan", "category", null, 7043, 0, 2, true, false, null, null,
                [new("Basic", 5000), new("Premium", 2043)], []),
        ]);

    public static DatasetPageData Page(bool mayChange = true) => new(
        Summary(), [Version], new(Version, Profile), mayChange, MayDelete: mayChange, MayTrain: mayChange);

    public Task<Result<ListPage<DatasetSummary>>> ListAsync(DatasetListRequest request, CancellationToken cancel) =>
        List();

    public Task<Result<DatasetPageData>> GetAsync(string id, int? number, CancellationToken cancel) => Get();

    public Task<Result<DatasetPreview>> PreviewAsync(DatasetId id, int number, CancellationToken cancel)
    {
        Previews++;
        return Task.FromResult((Result<DatasetPreview>)new DatasetPreview(
            ["customer", "age", "plan"], [["c1", "30", "<b>Basic</b>"]]));
    }

    public Task<Result<DatasetAdded>> RetypeAsync(
        DatasetId id, int number, RetypeSettings settings, CancellationToken cancel)
    {
        Retyped.Add(settings);
        return Task.FromResult((Result<DatasetAdded>)new DatasetAdded(
            Id, "Customers", Version with { Number = 2 }, IsNew: true));
    }

    public Task<Result<Unit>> RenameAsync(DatasetId id, string name, CancellationToken cancel) =>
        Task.FromResult((Result<Unit>)Unit.Done);

    public Task<Result<Unit>> DeleteAsync(DatasetId id, CancellationToken cancel) =>
        Task.FromResult((Result<Unit>)Unit.Done);

    public Task<UploadProgress?> FindUploadAsync(string uploadId, CancellationToken cancel) => Task.FromResult(Upload);

    public string NewUploadId() => "upload-0001";
}
