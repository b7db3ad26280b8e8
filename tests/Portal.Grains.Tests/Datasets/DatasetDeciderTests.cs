using Portal.Grains.Datasets;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Datasets;

public sealed class DatasetDeciderTests
{
    [Fact]
    public void Create_WhenNew_CommitsNameAndFirstVersionTogether()
    {
        var decision = DatasetDecider.Create(
            Sample.Id, DatasetState.Empty, new("  Churn ", Sample.Content()), Sample.Context()).OrThrow();

        decision.Events.Length.ShouldBe(2);
        decision.Events[0].ShouldBe(new DatasetCreated("Churn"));
        var version = decision.Events[1].ShouldBeOfType<DatasetVersionAdded>().Version;
        version.Number.ShouldBe(1);
        version.AddedAt.ShouldBe(Sample.Now);
        version.AddedBy.ShouldBe(Sample.Person.Actor);
        decision.Answer.ShouldBe(new DatasetAdded(Sample.Id, "Churn", version, IsNew: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("two\nlines")]
    [InlineData("bell\u0007")]
    public void Create_WhenTheNameIsNone_NamesTheField(string name)
    {
        var refusal = DatasetDecider.Create(
            Sample.Id, DatasetState.Empty, new(name, Sample.Content()), Sample.Context()).Error.ShouldNotBeNull();

        refusal.Code.ShouldBe("name-invalid");
        refusal.Fields.Single().Path.ShouldBe("name");
    }

    [Fact]
    public void NameOf_WhenLongerThan120_IsNone()
    {
        DatasetDecider.NameOf(new string('a', 120)).ShouldNotBeNull();
        DatasetDecider.NameOf(new string('a', 121)).ShouldBeNull();
    }

    [Fact]
    public void NameOf_WhenASurrogateStandsAlone_IsNone()
    {
        DatasetDecider.NameOf("a\ud800b").ShouldBeNull();
        DatasetDecider.NameOf("a\U0001F600b").ShouldBe("a\U0001F600b");
    }

    [Fact]
    public void AddVersion_WhenBytesAndTypesAreThere_AnswersThatVersionAndChangesNothing()
    {
        var decision = DatasetDecider.AddVersion(
            Sample.Id, Sample.Created(), Sample.Content(), Sample.Context(2)).OrThrow();

        decision.Events.ShouldBeEmpty();
        decision.Answer.IsNew.ShouldBeFalse();
        decision.Answer.Version.Number.ShouldBe(1);
    }

    [Theory]
    [InlineData("aa", "category", null)]
    [InlineData("aa", "number", "id")]
    [InlineData("bb", "number", null)]
    public void AddVersion_WhenBytesTypesOrSubjectDiffer_AddsTheSecond(string sha256, string type, string? subject)
    {
        var decision = DatasetDecider.AddVersion(
            Sample.Id, Sample.Created(), Sample.Content(sha256, type, subject), Sample.Context(2)).OrThrow();

        decision.Answer.IsNew.ShouldBeTrue();
        decision.Events.Single().ShouldBeOfType<DatasetVersionAdded>().Version.Number.ShouldBe(2);
    }

    [Fact]
    public void AddVersion_WhenTheDatasetIsMissingOrDeleted_SaysTheSame()
    {
        var deleted = Sample.Created().Apply(new DatasetDeleted("Churn", 1));

        var ofMissing = DatasetDecider.AddVersion(
            Sample.Id, DatasetState.Empty, Sample.Content(), Sample.Context()).Error;
        var ofDeleted = DatasetDecider.AddVersion(Sample.Id, deleted, Sample.Content("bb"), Sample.Context(3)).Error;

        ofMissing.ShouldBeOfType<NotFound>();
        ofDeleted.ShouldBe(ofMissing);
    }

    [Fact]
    public void VersionAdded_WhenThereIsASubjectKey_IsPersonalAndCarriesTheHash()
    {
        var decision = DatasetDecider.AddVersion(
            Sample.Id, Sample.Created(), Sample.Content("bb", subjectKey: "id"), Sample.Context(2)).OrThrow();

        var facts = decision.Events.Single().Facts();
        facts.Classification.ShouldBe("personal");
        facts.ObjectHash.ShouldBe("bb");
        facts.ObjectVersion.ShouldBe("2");
    }

    [Fact]
    public void Delete_WhenItExists_SchedulesTheDestructionAndKeepsVersionsForLineage()
    {
        var state = Sample.Created();

        var decision = DatasetDecider.Delete(Sample.Id, state, Sample.Context(2)).OrThrow();

        decision.Due.Single().Kind.ShouldBe(DatasetDecider.DestroyKind);
        decision.Due.Single().DueAt.ShouldBe(Sample.Now);
        var after = state.Apply(decision.Events.Single());
        after.Exists.ShouldBeFalse();
        after.Versions.Length.ShouldBe(1);
    }

    [Fact]
    public void Delete_WhenDeletedAlready_IsDone()
    {
        var deleted = Sample.Created().Apply(new DatasetDeleted("Churn", 1));

        DatasetDecider.Delete(Sample.Id, deleted, Sample.Context(3)).OrThrow().Events.ShouldBeEmpty();
    }

    [Fact]
    public void ConfirmDestroyed_WhenSaidTwice_IsOneEvent()
    {
        var deleted = Sample.Created().Apply(new DatasetDeleted("Churn", 1));

        var happened = DatasetDecider.ConfirmDestroyed(deleted, 1).OrThrow().Events.Single();
        var again = DatasetDecider.ConfirmDestroyed(deleted.Apply(happened), 1).OrThrow();

        happened.ShouldBe(new DatasetDestroyed(1));
        again.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Rename_WhenTheNameIsTheSame_ChangesNothing()
    {
        DatasetDecider.Rename(Sample.Created(), " Churn ").OrThrow().Events.ShouldBeEmpty();
        DatasetDecider.Rename(Sample.Created(), "Leavers").OrThrow().Events.Single()
            .ShouldBe(new DatasetRenamed("Churn", "Leavers"));
    }

    [Fact]
    public void BlobKindOf_WhenGivenAnId_IsAShortWordOfItsOwn()
    {
        var kind = DatasetContent.BlobKindOf(Sample.Id);

        kind.ShouldMatch("^[a-z][a-z0-9]{0,31}$");
        kind.ShouldNotBe(DatasetContent.BlobKindOf(new(Guid.Parse("01961111-0000-7000-8000-000000000002"))));
    }
}
