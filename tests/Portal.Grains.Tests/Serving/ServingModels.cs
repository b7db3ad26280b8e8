using Portal.Compute.Data;
using Portal.Compute.Training;

namespace Portal.Grains.Tests.Serving;

/// <summary>Small trained models, made once.</summary>
internal static class ServingModels
{
    private static readonly Lazy<TrainedModel> LazyFirst = new(() => Train(seed: 1));
    private static readonly Lazy<TrainedModel> LazySecond = new(() => Train(seed: 2));

    public static TrainedModel First => LazyFirst.Value;

    public static TrainedModel Second => LazySecond.Value;

    public static DataTable Table { get; } = Make();

    private static TrainedModel Train(int seed) =>
        Trainer.Train(Table, new TrainingRequest { Target = "bought", Seed = seed })
            .ShouldBeOfType<TrainingOutcome.Trained>().Model;

    private static DataTable Make()
    {
        const int Rows = 300;
        var random = new Random(5);
        var age = new float[Rows];
        var colour = new int[Rows];
        var bought = new int[Rows];
        for (var i = 0; i < Rows; i++)
        {
            age[i] = random.Next(18, 90);
            colour[i] = random.Next(0, 2);
            bought[i] = random.NextDouble() < (age[i] / 100) + (colour[i] * 0.2) ? 1 : 0;
        }

        return new DataTable(
        [
            new NumericColumn("age", age, ColumnType.Integer),
            new CategoryColumn("colour", ["blue", "red"], colour),
            new CategoryColumn("bought", ["No", "Yes"], bought, ColumnType.Boolean),
        ]);
    }
}
