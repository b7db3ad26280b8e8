using System.Collections.Immutable;

namespace Portal.Grains.Serving.Routing;

/// <summary>An endpoint's revision with its models in memory.</summary>
internal sealed class Route(WantedRevision revision, ImmutableArray<(LoadedModel Model, int Weight)> targets)
{
    // Steps of 61 through 100 places meet each place once in a hundred: shares hold exactly, and well mixed.
    private const uint Step = 61;
    private const uint Places = 100;
    private uint _count;

    public WantedRevision Revision => revision;

    public ImmutableArray<(LoadedModel Model, int Weight)> Targets => targets;

    /// <summary>The model for the next request.</summary>
    public LoadedModel Next()
    {
        if (targets.Length == 1)
        {
            return targets[0].Model;
        }

        var place = (int)(unchecked(Interlocked.Increment(ref _count) * Step) % Places);
        foreach (var (model, weight) in targets)
        {
            place -= weight;
            if (place < 0)
            {
                return model;
            }
        }

        return targets[^1].Model;
    }

    /// <summary>The model of a version; null when it has no part in this revision.</summary>
    public LoadedModel? Find(int version) =>
        targets.Select(t => t.Model).FirstOrDefault(m => m.Key.Version == version);
}
