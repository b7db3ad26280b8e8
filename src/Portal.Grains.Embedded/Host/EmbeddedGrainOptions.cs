namespace Portal.Grains.Embedded;

/// <summary>Bounds of one embedded grain host.</summary>
public sealed class EmbeddedGrainOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Grains:Embedded";

    /// <summary>How long a caller waits, unless the method says otherwise. Default 30 s.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a grain's own activation may take. Default 30 s.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a grain's own deactivation may take. Default 30 s.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an activation stays without being called. Default 10 min.</summary>
    public TimeSpan IdleAge { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often idle activations are looked for. Default 1 min.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long stopping waits for the work in progress. Default 20 s.</summary>
    public TimeSpan StopDeadline { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Activations above which the least recently used idle ones end. Busy ones never do, so it is a soft bound.
    /// Default 100,000.
    /// </summary>
    public int ActivationsMax { get; set; } = 100_000;

    /// <summary>Calls that may wait at one activation; a further one is refused. Default 1,000.</summary>
    public int MailboxMax { get; set; } = 1_000;

    internal void Validate()
    {
        var spans = new (string Name, TimeSpan Value)[]
        {
            (nameof(ResponseTimeout), ResponseTimeout),
            (nameof(ActivationTimeout), ActivationTimeout),
            (nameof(DeactivationTimeout), DeactivationTimeout),
            (nameof(IdleAge), IdleAge),
            (nameof(SweepInterval), SweepInterval),
            (nameof(StopDeadline), StopDeadline),
        };
        var counts = new (string Name, int Value)[]
        {
            (nameof(ActivationsMax), ActivationsMax),
            (nameof(MailboxMax), MailboxMax),
        };
        var faults = spans.Where(x => x.Value <= TimeSpan.Zero).Select(x => x.Name)
            .Concat(counts.Where(x => x.Value < 1).Select(x => x.Name))
            .ToArray();
        if (faults.Length > 0)
        {
            throw new ArgumentException($"Must be positive in {SectionName}: {string.Join(", ", faults)}.");
        }
    }
}
