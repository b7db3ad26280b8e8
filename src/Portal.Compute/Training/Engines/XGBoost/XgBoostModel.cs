using System.Globalization;
using System.Text.Json;

namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>The parts of a saved model that predictions depend on (XGBoost JSON schema of 1.7).</summary>
/// <param name="Objective">Name of the objective.</param>
/// <param name="Targets">Outputs per row: classes, or 1.</param>
/// <param name="BaseMargin">Prediction before the first tree, before the objective's transformation.</param>
/// <param name="Trees">In the order of the rounds.</param>
internal sealed record XgBoostModel(
    string Objective, int Targets, float BaseMargin, IReadOnlyList<XgBoostTree> Trees)
{
    public static XgBoostModel Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var learner = document.RootElement.GetProperty("learner");
        var parameters = learner.GetProperty("learner_model_param");
        var objective = learner.GetProperty("objective").GetProperty("name").GetString() ?? "";
        var model = learner.GetProperty("gradient_booster").GetProperty("model");
        var targets = model.GetProperty("tree_info").EnumerateArray().Select(t => t.GetInt32()).ToArray();
        var trees = model.GetProperty("trees").EnumerateArray().Select((tree, i) => Tree(tree, targets[i])).ToArray();
        var classes = int.Parse(parameters.GetProperty("num_class").GetString()!, CultureInfo.InvariantCulture);
        // Later versions write the score as an array of one.
        var score = float.Parse(
            parameters.GetProperty("base_score").GetString()!.Trim('[', ']'), CultureInfo.InvariantCulture);
        return new XgBoostModel(objective, Math.Max(1, classes), Margin(objective, score), trees);
    }

    private static float Margin(string objective, float score) => objective switch
    {
        "binary:logistic" => -MathF.Log((1f / score) - 1f),
        "multi:softprob" or "reg:squarederror" => score,
        _ => throw new NotSupportedException($"The objective {objective} has no ONNX form here."),
    };

    private static XgBoostTree Tree(JsonElement tree, int target) => new(
        target,
        Integers(tree, "left_children"),
        Integers(tree, "right_children"),
        Integers(tree, "split_indices"),
        [.. tree.GetProperty("split_conditions").EnumerateArray().Select(value => value.GetSingle())],
        [.. Integers(tree, "default_left").Select(value => value != 0)]);

    private static int[] Integers(JsonElement tree, string name) =>
    [
        .. tree.GetProperty(name).EnumerateArray().Select(value => value.ValueKind switch
        {
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            _ => value.GetInt32(),
        }),
    ];
}
