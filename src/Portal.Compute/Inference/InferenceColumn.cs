namespace Portal.Compute.Inference;

/// <summary>Values of one input, one a row.</summary>
public abstract record InferenceColumn
{
    private InferenceColumn()
    {
    }

    public abstract int RowCount { get; }

    /// <summary>Numbers; NaN is missing.</summary>
    public sealed record Numbers(float[] Values) : InferenceColumn
    {
        public override int RowCount => Values.Length;
    }

    /// <summary>Strings; the empty one is missing.</summary>
    public sealed record Texts(string[] Values) : InferenceColumn
    {
        public override int RowCount => Values.Length;
    }
}
