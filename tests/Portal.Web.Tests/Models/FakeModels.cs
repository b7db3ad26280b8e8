using System.Collections.Immutable;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;
using Portal.Web.Features.Models;

namespace Portal.Web.Tests.Models;

/// <summary>A registry with one model of two versions, or what a test puts in its place.</summary>
internal sealed class FakeModels : IModelsFacade
{
    private static readonly NotFound Missing = new("model-not-found", "There is no such model.");

    public ModelId Id { get; } = ModelId.New(TimeProvider.System);

    public List<EditModel> Edits { get; } = [];

    public bool IsEmpty { get; init; }

    public bool MayEdit { get; init; } = true;

    public VersionReport? Report { get; init; } = Sample;

    private static VersionReport Sample { get; } = new()
    {
        Metric = "roc-auc",
        CurveMetric = "logloss",
        Curve = [new(1, 0.6, 0.62), new(2, 0.5, 0.55)],
        BestRound = 2,
        Importance = [new("tenure", 0.7), new("plan", 0.3)],
        Baselines = [],
        LeftOut = [new("customer_id", "looks-like-id")],
        TrainRows = 640,
        ValidationRows = 160,
        HoldOutRows = 200,
        ProofDifference = 1e-7,
        ProofTolerance = 1e-5,
        Confusion = new(["No", "Yes"], [[120, 20], [25, 35]]),
        Roc = [new(0, 0), new(0.2, 0.8), new(1, 1)],
        Calibration = [new(0, 0.1, 80, 0.05, 0.06), new(0.8, 0.9, 20, 0.85, 0.8)],
    };

    private ModelView Model => new(
        Id, "Churn", string.Empty, ProblemKind.Binary, "churned", 2, DateTimeOffset.UnixEpoch, "usr_1",
        DateTimeOffset.UnixEpoch);

    public Task<Result<ListPage<ModelView>>> ListAsync(ListQuery query, CancellationToken cancel) =>
        Task.FromResult<Result<ListPage<ModelView>>>(new ListPage<ModelView>(IsEmpty ? [] : [Model], null));

    public Task<Result<ModelView>> FindAsync(ModelId id, CancellationToken cancel) =>
        Answer(id, Model);

    public Task<Result<ModelDetail>> DetailAsync(ModelId id, CancellationToken cancel) =>
        Answer(id, new ModelDetail(Model, [Version(2, 0.85), Version(1, 0.8)], MayEdit));

    public Task<Result<IReadOnlyList<ModelVersion>>> VersionsAsync(ModelId id, CancellationToken cancel) =>
        Task.FromResult(Result<IReadOnlyList<ModelVersion>>.Of([Version(2, 0.85), Version(1, 0.8)]));

    public Task<Result<ModelVersion>> VersionAsync(ModelId id, int number, CancellationToken cancel) =>
        Answer(id, Version(number, 0.8));

    public Task<Result<VersionDetail>> VersionDetailAsync(ModelId id, int number, CancellationToken cancel) =>
        Answer(id, new VersionDetail(Model, Version(number, 0.8), Lineage(number), Report));

    public Task<Result<VersionReport>> ReportAsync(ModelId id, int number, CancellationToken cancel) =>
        Answer(id, Sample);

    public Task<Result<ModelLineage>> LineageAsync(ModelId id, int number, CancellationToken cancel) =>
        Answer(id, Lineage(number));

    public Task<Result<ArtifactDownload>> DownloadAsync(ModelId id, int number, CancellationToken cancel) =>
        Answer(id, new ArtifactDownload(new MemoryStream([1, 2, 3]), "m.onnx", Version(number, 0.8)));

    public Task<Result<ModelComparison>> CompareAsync(ModelId id, int first, int second, CancellationToken cancel) =>
        Answer(id, ModelComparison.Of(Model, Version(first, 0.8), Version(second, 0.85)));

    public Task<Result<ModelAnswer>> EditAsync(ModelId id, EditModel command, CancellationToken cancel)
    {
        Edits.Add(command);
        return Answer(id, new ModelAnswer(id, 0));
    }

    public static ModelVersion Version(int number, double auc) => new()
    {
        Number = number,
        Run = new(Guid.Empty),
        Dataset = new(Guid.Empty),
        DatasetVersion = 1,
        DatasetSha256 = new string('d', 64),
        Problem = ProblemKind.Binary,
        Target = "churned",
        Signature = new(
            [new("tenure", "number", []), new("plan", "category", ["Basic", "Premium"])],
            [new("label", "category", ["No", "Yes"])]),
        Metrics = Figures(("roc-auc", auc), ("log-loss", 0.4)),
        BaselineMetrics = Figures(("roc-auc", 0.5), ("log-loss", 0.35)),
        Artifact = new("a", new string('a', 64), 3),
        Reference = new("b", new string('b', 64), 3),
        Report = new("c", new string('c', 64), 3),
        Parameters = ImmutableSortedDictionary<string, string>.Empty.Add("max_depth", "6"),
        Seed = 1,
        Engine = "XGBoost 1.7.4",
        RegisteredAt = DateTimeOffset.UnixEpoch,
        RegisteredBy = "usr_1",
    };

    private static ImmutableSortedDictionary<string, double> Figures(params (string Name, double Value)[] figures) =>
        figures.ToImmutableSortedDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);

    private ModelLineage Lineage(int number) => new(
        new(Guid.Empty), "Customers", 1, new string('d', 64), new(Guid.Empty), Id, number, new string('a', 64));

    private Task<Result<T>> Answer<T>(ModelId id, T value) =>
        Task.FromResult<Result<T>>(id == Id ? value : Missing);
}
