namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>One tree as XGBoost stores it; arrays are indexed by node, the root is node 0.</summary>
/// <param name="Target">Class that the tree votes for; 0 for binary and regression.</param>
/// <param name="Left">Left child, or -1 in a leaf.</param>
/// <param name="Right">Right child.</param>
/// <param name="Feature">Feature of the split.</param>
/// <param name="Value">Split: values below go left. Leaf: its weight.</param>
/// <param name="DefaultLeft">Whether a missing value goes left.</param>
internal sealed record XgBoostTree(
    int Target, int[] Left, int[] Right, int[] Feature, float[] Value, bool[] DefaultLeft)
{
    public bool IsLeaf(int node) => Left[node] < 0;
}
