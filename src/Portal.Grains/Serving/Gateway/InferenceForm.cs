namespace Portal.Grains.Serving.Gateway;

/// <summary>How a request and its answer are written.</summary>
public enum InferenceForm
{
    /// <summary>Open Inference Protocol, version 2, JSON.</summary>
    OpenInference,

    /// <summary><c>{"rows":[{"column":value}]}</c> and <c>{"predictions":[…]}</c>.</summary>
    Rows,
}
