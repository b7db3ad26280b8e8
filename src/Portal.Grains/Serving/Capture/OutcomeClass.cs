namespace Portal.Grains.Serving.Capture;

/// <summary>How a request ended.</summary>
internal enum OutcomeClass
{
    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>The request itself was wrong.</summary>
    Refused,

    /// <summary>A limit was reached.</summary>
    Limited,

    /// <summary>It took too long or broke on our side.</summary>
    Failed,
}
