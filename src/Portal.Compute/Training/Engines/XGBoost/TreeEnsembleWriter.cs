using Portal.Compute.Onnx;

namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>
/// Turns boosted trees into one <c>TreeEnsembleRegressor</c> (ai.onnx.ml 3) that gives the margins.
/// A split on an indicator of one level becomes a comparison of the column's code, so that the graph needs one
/// column per source column instead of one per level.
/// </summary>
internal sealed class TreeEnsembleWriter(IReadOnlyList<TreeFeature> features)
{
    private readonly List<long> _treeIds = [];
    private readonly List<long> _nodeIds = [];
    private readonly List<long> _slots = [];
    private readonly List<string> _modes = [];
    private readonly List<float> _values = [];
    private readonly List<long> _whenTrue = [];
    private readonly List<long> _whenFalse = [];
    private readonly List<long> _missingIsTrue = [];
    private readonly List<long> _leafTrees = [];
    private readonly List<long> _leafNodes = [];
    private readonly List<long> _leafTargets = [];
    private readonly List<float> _leafWeights = [];

    public void Write(OnnxGraphBuilder graph, XgBoostModel model, string input, string output)
    {
        for (var i = 0; i < model.Trees.Count; i++)
        {
            var next = 1L;
            Emit(model.Trees[i], i, 0, 0, ref next);
        }

        graph.LearningNode(
            "TreeEnsembleRegressor",
            [input],
            output,
            OnnxAttribute.Of("nodes_treeids", _treeIds),
            OnnxAttribute.Of("nodes_nodeids", _nodeIds),
            OnnxAttribute.Of("nodes_featureids", _slots),
            OnnxAttribute.Of("nodes_modes", _modes),
            OnnxAttribute.Of("nodes_values", _values),
            OnnxAttribute.Of("nodes_truenodeids", _whenTrue),
            OnnxAttribute.Of("nodes_falsenodeids", _whenFalse),
            OnnxAttribute.Of("nodes_missing_value_tracks_true", _missingIsTrue),
            OnnxAttribute.Of("target_treeids", _leafTrees),
            OnnxAttribute.Of("target_nodeids", _leafNodes),
            OnnxAttribute.Of("target_ids", _leafTargets),
            OnnxAttribute.Of("target_weights", _leafWeights),
            OnnxAttribute.Of("n_targets", model.Targets),
            OnnxAttribute.Of("base_values", Enumerable.Repeat(model.BaseMargin, model.Targets)),
            OnnxAttribute.Of("aggregate_function", "SUM"),
            OnnxAttribute.Of("post_transform", "NONE"));
    }

    private void Emit(XgBoostTree tree, int treeId, int node, long id, ref long next)
    {
        if (tree.IsLeaf(node))
        {
            Node(treeId, id, "LEAF", 0, 0, 0, 0, false);
            _leafTrees.Add(treeId);
            _leafNodes.Add(id);
            _leafTargets.Add(tree.Target);
            _leafWeights.Add(tree.Value[node]);
            return;
        }

        var (left, right) = (tree.Left[node], tree.Right[node]);
        var feature = features[tree.Feature[node]];
        if (feature.Level is not { } level)
        {
            var (whenTrue, whenFalse) = (next++, next++);
            Node(treeId, id, "BRANCH_LT", feature.Slot, tree.Value[node], whenTrue, whenFalse, tree.DefaultLeft[node]);
            Emit(tree, treeId, left, whenTrue, ref next);
            Emit(tree, treeId, right, whenFalse, ref next);
            return;
        }

        var isLevel = 1f < tree.Value[node] ? left : right;
        var isNot = tree.DefaultLeft[node] ? left : right;
        if (isLevel == isNot)
        {
            // No row can go to the other side.
            Emit(tree, treeId, isNot, id, ref next);
            return;
        }

        var (equal, other) = (next++, next++);
        Node(treeId, id, "BRANCH_EQ", feature.Slot, level, equal, other, false);
        Emit(tree, treeId, isLevel, equal, ref next);
        Emit(tree, treeId, isNot, other, ref next);
    }

    private void Node(
        int treeId, long id, string mode, int slot, float value, long whenTrue, long whenFalse, bool missingIsTrue)
    {
        _treeIds.Add(treeId);
        _nodeIds.Add(id);
        _modes.Add(mode);
        _slots.Add(slot);
        _values.Add(value);
        _whenTrue.Add(whenTrue);
        _whenFalse.Add(whenFalse);
        _missingIsTrue.Add(missingIsTrue ? 1 : 0);
    }
}
