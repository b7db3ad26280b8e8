using Portal.Grains.Datasets;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Datasets;

/// <summary>Noise of the decider's tests.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly DatasetId Id = new(Guid.Parse("01961111-0000-7000-8000-000000000001"));

    public static readonly Principal Person = new(
        new TenantId(Guid.Parse("01961111-0000-7000-8000-0000000000aa")),
        new RegionCode("ae-north"),
        ActorType.User,
        Guid.Parse("01961111-0000-7000-8000-0000000000bb"),
        Role.Owner,
        AuthStrength.Password);

    public static DecisionContext Context(long version = 0) => new(Person, Now, version, () => Guid.Empty);

    public static IngestedContent Content(
        string sha256 = "aa", string type = "number", string? subjectKey = null) => new()
        {
            Blob = "dst-" + sha256,
            Sha256 = sha256,
            Bytes = 10,
            Rows = 2,
            Delimiter = ',',
            Columns = [new DatasetColumn("id", "text"), new DatasetColumn("x", type)],
            SubjectKey = subjectKey,
            MissingCells = 0,
            Profile = "{}",
        };

    public static DatasetState After(params IEnumerable<IDomainEvent> events) =>
        events.Aggregate(DatasetState.Empty, (state, happened) => state.Apply(happened));

    public static DatasetState Created(string name = "Churn", string sha256 = "aa") => After(
        DatasetDecider.Create(Id, DatasetState.Empty, new(name, Content(sha256)), Context()).OrThrow().Events);
}
