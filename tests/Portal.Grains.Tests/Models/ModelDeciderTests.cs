using System.Collections.Immutable;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tests;

namespace Portal.Grains.Tests.Models;

public sealed class ModelDeciderTests
{
    private static readonly ModelId Id = ModelId.New(TimeProvider.System);

    private static readonly DecisionContext Context = new(
        Principal.System(TenantId.New(TimeProvider.System), TestPortal.Region),
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        0,
        Guid.CreateVersion7);

    [Fact]
    public void Register_WhenModelIsNew_CreatesItWithVersionOne()
    {
        var decided = Register(ModelState.Empty, new("Churn", VersionSample.Of())).OrThrow();

        decided.Answer.ShouldBe(new ModelAnswer(Id, 1));
        decided.Events.Length.ShouldBe(2);
        decided.Events[0].ShouldBeOfType<ModelCreated>().Name.ShouldBe("Churn");
        var version = decided.Events[1].ShouldBeOfType<ModelVersionRegistered>().Version;
        (version.Number, version.RegisteredAt).ShouldBe((1, Context.Now));
    }

    [Fact]
    public void Register_WhenRunRegisteredBefore_AnswersItsVersionAndChangesNothing()
    {
        var run = RunId.New(TimeProvider.System);
        var state = After(After(ModelState.Empty, VersionSample.Of(run)), VersionSample.Of());

        var decided = Register(state, new("Churn", VersionSample.Of(run))).OrThrow();

        decided.Answer.Version.ShouldBe(1);
        decided.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Register_WhenOtherRunsFollow_NumbersThemWithoutGaps()
    {
        var state = ModelState.Empty;
        for (var i = 0; i < 3; i++)
        {
            state = After(state, VersionSample.Of());
        }

        state.Versions.Select(v => v.Number).ShouldBe([1, 2, 3]);
        state.Version(3).ShouldBe(state.Versions[2]);
        state.Version(4).ShouldBeNull();
        state.Version(0).ShouldBeNull();
    }

    [Fact]
    public void Register_WhenModelPredictsAnotherColumn_Refuses()
    {
        var state = After(ModelState.Empty, VersionSample.Of());

        Register(state, new(null, VersionSample.Of(target: "price"))).Error!.Code.ShouldBe("other-problem");
    }

    [Theory]
    [InlineData(null, "model-not-found")]
    [InlineData("  ", "invalid-model-name")]
    [InlineData("a\nb", "invalid-model-name")]
    public void Register_WhenNewModelHasNoName_Refuses(string? name, string code) =>
        Register(ModelState.Empty, new(name, VersionSample.Of())).Error!.Code.ShouldBe(code);

    [Fact]
    public void Registered_Envelope_NamesVersionAndHashOfTheGraph()
    {
        IDomainEvent registered = new ModelVersionRegistered(VersionSample.Of() with { Number = 7 });

        (registered.Facts().ObjectVersion, registered.Facts().ObjectHash).ShouldBe(("7", new string('a', 64)));
    }

    [Fact]
    public void Edit_WhenSomethingDiffers_RecordsOnlyThat()
    {
        var state = After(ModelState.Empty, VersionSample.Of());
        var tags = ImmutableSortedDictionary<string, string>.Empty.Add("team", "retention");

        var decided = ModelDecider.Edit(Id, state, new("Churn", null, tags)).OrThrow();

        decided.Events.ShouldHaveSingleItem().ShouldBeOfType<ModelTagged>().Tags.ShouldBe(tags);
    }

    [Fact]
    public void Edit_WhenTagHasNoName_Refuses()
    {
        var state = After(ModelState.Empty, VersionSample.Of());
        var tags = ImmutableSortedDictionary<string, string>.Empty.Add(string.Empty, "x");

        ModelDecider.Edit(Id, state, new(null, null, tags)).Error!.Code.ShouldBe("invalid-tags");
    }

    [Fact]
    public void Edit_WhenModelDoesNotExist_SaysNotFound() =>
        ModelDecider.Edit(Id, ModelState.Empty, new("x", null)).Error.ShouldBeOfType<NotFound>();

    private static Result<Decision<ModelAnswer>> Register(ModelState state, RegisterVersion command) =>
        ModelDecider.Register(Id, state, command, Context);

    private static ModelState After(ModelState state, ModelVersion version) =>
        Register(state, new("Churn", version)).OrThrow().Events.Aggregate(state, (s, e) => s.Apply(e));
}
