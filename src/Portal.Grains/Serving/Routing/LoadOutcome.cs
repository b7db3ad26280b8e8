namespace Portal.Grains.Serving.Routing;

/// <summary>What came of loading a model.</summary>
internal abstract record LoadOutcome
{
    private LoadOutcome()
    {
    }

    /// <summary>It is in memory.</summary>
    public sealed record Loaded(LoadedModel Model) : LoadOutcome;

    /// <summary>
    /// It is not. <paramref name="Lasting"/>: trying again would not help; nobody waits for it to become ready.
    /// </summary>
    public sealed record Failed(string Code, string Message, bool Lasting) : LoadOutcome;
}
