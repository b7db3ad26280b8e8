using Portal.Compute.Inference;
using Portal.Compute.Inference.OnnxRuntime;
using Portal.Compute.Training;

namespace Portal.Compute.Tests.Training;

/// <summary>What a trained graph does with rows that training did not have.</summary>
public sealed class ServingTests
{
    [Fact]
    public void Run_WhenACategoryIsUnknown_TreatsEveryUnknownOneAlike()
    {
        var model = Train.Model(SyntheticTables.Binary(), "bought");
        using var runner = new ModelRunner(model.Onnx, model.Report.Signature);

        var result = runner.Run(Batch(model, [40, 40, 40], [30_000, 30_000, 30_000], ["violet", "été\0", "red"]));

        result.Probabilities[1].ShouldBe(result.Probabilities[3]);
        result.Probabilities[5].ShouldNotBe(result.Probabilities[1]);
        result.Labels.ShouldAllBe(label => label == "Yes" || label == "No");
    }

    [Fact]
    public void Run_WhenEverythingIsMissing_StillGivesProbabilities()
    {
        var model = Train.Model(SyntheticTables.Multiclass(), "size");
        using var runner = new ModelRunner(model.Onnx, model.Report.Signature);

        var result = runner.Run(Batch(model, [float.NaN], [float.NaN], [""]));

        result.Probabilities.Sum().ShouldBe(1, 1e-5);
        result.Labels.Single().ShouldBe(
            model.Report.Signature.Classes[Array.IndexOf(result.Probabilities, result.Probabilities.Max())]);
    }

    [Fact]
    public void Run_WhenManyThreadsShareARunner_AllGetTheirOwnAnswers()
    {
        var model = Train.Model(SyntheticTables.Regression(), "price");
        using var runner = new ModelRunner(model.Onnx, model.Report.Signature);
        var ages = Enumerable.Range(18, 64).Select(age => (float)age).ToArray();
        float Predict(float age) => runner.Run(Batch(model, [age], [50_000], ["red"])).Values.Single();
        var alone = Array.ConvertAll(ages, Predict);

        var together = new float[ages.Length * 50];
        Parallel.For(0, together.Length, i => together[i] = Predict(ages[i % ages.Length]));

        together.ShouldBe(Enumerable.Repeat(alone, 50).SelectMany(values => values));
    }

    [Fact]
    public void Run_WhenARowStandsInABatch_ItsPredictionIsTheSame()
    {
        var model = Train.Model(SyntheticTables.Regression(), "price");
        using var runner = new ModelRunner(model.Onnx, model.Report.Signature);
        float[] ages = [.. Enumerable.Range(0, 300).Select(i => 18f + (i % 60))];
        var batch = Batch(model, ages, [.. ages.Select(a => a * 1000)], [.. ages.Select(_ => "blue")]);

        var whole = runner.Run(batch).Values;

        for (var i = 0; i < ages.Length; i += 37)
        {
            runner.Run(Batch(model, [ages[i]], [ages[i] * 1000], ["blue"])).Values.Single().ShouldBe(whole[i]);
        }
    }

    [Fact]
    public void Construct_WhenTheSignatureIsAnothers_Throws()
    {
        var model = Train.Model(SyntheticTables.Binary(), "bought");
        var other = model.Report.Signature with { Inputs = [.. model.Report.Signature.Inputs.Take(2)] };

        Should.Throw<ArgumentException>(() => new ModelRunner(model.Onnx, other));
    }

    [Fact]
    public void Graph_WhenAColumnIsNamedLikeAnOutput_KeepsBothApart()
    {
        var model = Train.Model(SyntheticTables.Binary(), "bought");
        using var session = new OnnxSession(model.Onnx);

        session.Inputs.Select(input => input.Name).ShouldBe(["age", "yearly income", "column/label"]);
        session.Outputs.Select(output => output.Name).ShouldBe(["label", "probabilities"]);
        session.Metadata.Custom["portal.target"].ShouldBe("bought");
    }

    private static InferenceBatch Batch(TrainedModel model, float[] age, float[] income, string[] colour)
    {
        model.Report.Signature.Inputs.Select(input => input.Name).ShouldBe(["age", "yearly income", "label"]);
        return new InferenceBatch(
            age.Length,
            [
                new InferenceColumn.Numbers(age), new InferenceColumn.Numbers(income),
                new InferenceColumn.Texts(colour),
            ]);
    }
}
