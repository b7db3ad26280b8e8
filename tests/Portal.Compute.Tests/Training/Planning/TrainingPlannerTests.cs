using Portal.Compute.Data;
using Portal.Compute.Inference;
using Portal.Compute.Training;
using Portal.Compute.Training.Planning;

namespace Portal.Compute.Tests.Training.Planning;

public sealed class TrainingPlannerTests
{
    private const int Rows = 200;

    [Fact]
    public void Plan_WhenColumnsCannotTeach_LeavesThemOutWithTheirReasons()
    {
        var plan = Planned(new TrainingRequest { Target = "y", SubjectKey = "person" });

        plan.Columns.ShouldBe(
            [new PlannedColumn("amount", InputKind.Number), new PlannedColumn("colour", InputKind.Category)]);
        plan.LeftOut.ShouldBe(
            [
                new LeftOutColumn("customerID", "looks-like-id"), new LeftOutColumn("number", "looks-like-id"),
                new LeftOutColumn("comment", "text"), new LeftOutColumn("since", "date"),
                new LeftOutColumn("country", "constant"), new LeftOutColumn("person", "subject-key"),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Plan_WhenColumnsAreChosen_TakesTheseAndNoOthers()
    {
        var plan = Planned(new TrainingRequest { Target = "y", Columns = ["colour", "since"] });

        plan.Columns.Select(column => column.Name).ShouldBe(["colour", "since"], ignoreOrder: true);
        plan.LeftOut.ShouldContain(new LeftOutColumn("amount", "chosen-by-you"));
    }

    [Theory]
    [InlineData("No", "Yes", "Yes")]
    [InlineData("0", "1", "1")]
    [InlineData("<=50K", ">50K", ">50K")]
    [InlineData("true", "false", "true")]
    public void Plan_WhenTargetHasTwoValues_KnowsThePositiveOne(string first, string second, string positive)
    {
        var levels = new[] { first, second }.Order(StringComparer.Ordinal).ToArray();
        // Both are as frequent, but for one row more of the positive one: frequency does not explain the choice.
        var codes = Enumerable.Range(0, Rows).Select(i => i == 0 ? Array.IndexOf(levels, positive) : i % 2).ToArray();
        var plan = Planned(new TrainingRequest { Target = "t" }, new CategoryColumn("t", levels, codes));

        plan.PositiveClass.ShouldBe(positive);
        plan.Classes[1].ShouldBe(positive);
    }

    [Fact]
    public void Plan_WhenNeitherValueIsAYes_TakesTheRarerOne() =>
        Planned(
            new TrainingRequest { Target = "t" },
            Integers("t", i => i % 3 == 0 ? 2 : 1))
        .PositiveClass.ShouldBe("2");

    [Theory]
    [InlineData(3, ColumnType.Integer, ProblemKind.Multiclass)]
    [InlineData(60, ColumnType.Integer, ProblemKind.Regression)]
    [InlineData(5, ColumnType.Number, ProblemKind.Regression)]
    public void Plan_WhenTargetIsNumeric_InfersTheProblem(int distinct, ColumnType type, ProblemKind problem) =>
        Planned(
            new TrainingRequest { Target = "t" },
            new NumericColumn("t", [.. Enumerable.Range(0, Rows).Select(i => (float)(i % distinct))], type))
        .Problem.ShouldBe(problem);

    [Fact]
    public void Plan_CountsRowsOfEachPart()
    {
        var plan = Planned(new TrainingRequest { Target = "y" });

        (plan.TrainRows, plan.ValidationRows, plan.HoldOutRows, plan.RowsWithoutTarget).ShouldBe((128, 32, 40, 0));
    }

    [Fact]
    public void Plan_WhenTargetHasOneValue_Refuses() =>
        Refused("t", new CategoryColumn("t", ["a"], new int[Rows])).ShouldBe("target-single-value");

    [Fact]
    public void Plan_WhenTargetIsMissingEverywhere_Refuses() =>
        Refused("t", new CategoryColumn("t", [], [.. Enumerable.Repeat(-1, Rows)]))
            .ShouldBe("target-missing-everywhere");

    [Fact]
    public void Plan_WhenTargetIsADate_Refuses() =>
        Refused("t", new NumericColumn("t", [.. Enumerable.Range(0, Rows).Select(i => (float)i)], ColumnType.Date))
            .ShouldBe("target-is-date");

    [Fact]
    public void Plan_WhenTargetHasTooManyValues_Refuses() =>
        Refused("t", Categories("t", 60)).ShouldBe("too-many-classes");

    [Fact]
    public void Plan_WhenAClassIsRare_RefusesAndNamesIt()
    {
        var codes = Enumerable.Range(0, Rows).Select(i => i < 4 ? 2 : i % 2).ToArray();
        var refusal = Refusal("t", new CategoryColumn("t", ["a", "b", "c"], codes));

        refusal.Code.ShouldBe("class-too-rare");
        (refusal.Value, refusal.Found, refusal.Limit).ShouldBe(("c", 4, 5));
    }

    [Fact]
    public void Plan_WhenRowsAreFew_Refuses()
    {
        var codes = Enumerable.Range(0, Rows).Select(i => i < 40 ? i % 2 : -1).ToArray();
        var refusal = Refusal("t", new CategoryColumn("t", ["a", "b"], codes));

        (refusal.Code, refusal.Found, refusal.Limit).ShouldBe(("too-few-rows", 40, 50));
    }

    [Fact]
    public void Plan_WhenNoColumnIsLeft_Refuses()
    {
        var table = new DataTable([Id("customerID"), Categories("y", 2)]);

        Outcome(table, new TrainingRequest { Target = "y" }).ShouldBeOfType<PlanOutcome.Refused>()
            .Refusals.Single().Code.ShouldBe("no-usable-column");
    }

    [Fact]
    public void Plan_WhenColumnsAreUnknown_NamesEach()
    {
        var refused = Outcome(Table(), new TrainingRequest { Target = "nothing", Columns = ["none"] })
            .ShouldBeOfType<PlanOutcome.Refused>();

        refused.Refusals.Select(refusal => (refusal.Code, refusal.Column))
            .ShouldBe([("column-not-found", "none"), ("target-not-found", "nothing")]);
    }

    private static TrainingPlan Planned(TrainingRequest request, params DataColumn[] more) =>
        Outcome(Table(more), request).ShouldBeOfType<PlanOutcome.Planned>().Plan;

    private static string Refused(string target, DataColumn column) => Refusal(target, column).Code;

    private static PlanRefusal Refusal(string target, DataColumn column) =>
        Outcome(Table(column), new TrainingRequest { Target = target })
            .ShouldBeOfType<PlanOutcome.Refused>().Refusals.Single();

    private static PlanOutcome Outcome(DataTable table, TrainingRequest request) =>
        TrainingPlanner.Plan(TableFacts.From(table), request);

    private static DataTable Table(params DataColumn[] more) => new(
    [
        Id("customerID"),
        Integers("number", i => 1000 + i),
        new NumericColumn("amount", [.. Enumerable.Range(0, Rows).Select(i => i * 17f % 97)]),
        Categories("colour", 3),
        Categories("comment", 150, ColumnType.Text),
        new NumericColumn("since", [.. Enumerable.Range(0, Rows).Select(i => 19_000f + (i % 50))], ColumnType.Date),
        new CategoryColumn("country", ["AE"], new int[Rows]),
        Categories("person", 100),
        Categories("y", 2),
        .. more,
    ]);

    private static CategoryColumn Id(string name) => Categories(name, Rows, ColumnType.Text);

    private static NumericColumn Integers(string name, Func<int, int> value) =>
        new(name, [.. Enumerable.Range(0, Rows).Select(i => (float)value(i))], ColumnType.Integer);

    private static CategoryColumn Categories(string name, int levels, ColumnType type = ColumnType.Category) => new(
        name,
        [.. Enumerable.Range(0, levels).Select(i => $"l{i:D3}")],
        [.. Enumerable.Range(0, Rows).Select(i => i % levels)],
        type);
}
