using System.Collections.Immutable;

namespace Portal.EndToEnd.Tests.Isolation;

/// <summary>One of everything that a workspace can own, by what stands for it in addresses.</summary>
public sealed record Possessions
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Hexadecimal = "0123456789abcdef";
    private const int Changed = 10;

    public required string Dataset { get; init; }

    public required string Upload { get; init; }

    public required string Run { get; init; }

    public required string Model { get; init; }

    public required string Approval { get; init; }

    public required string Deployment { get; init; }

    public required string Endpoint { get; init; }

    public required string Invitation { get; init; }

    public required string Key { get; init; }

    public required string Member { get; init; }

    /// <summary>An address that only this workspace knows.</summary>
    public required string Email { get; init; }

    /// <summary>Every one of them.</summary>
    public ImmutableArray<string> All =>
        [Dataset, Upload, Run, Model, Approval, Deployment, Endpoint, Invitation, Key, Member, Email];

    /// <summary>Names of the same form that nobody has.</summary>
    public Possessions OfNobody(int seed)
    {
        var random = new Random(seed);
        return new()
        {
            Dataset = Another(Dataset, Crockford, random),
            Upload = Another(Upload, Hexadecimal, random),
            Run = Another(Run, Crockford, random),
            Model = Another(Model, Crockford, random),
            Approval = Another(Approval, Crockford, random),
            Deployment = Another(Deployment, Crockford, random),
            Endpoint = Another(Endpoint, Hexadecimal, random, 6),
            Invitation = Another(Invitation, Crockford, random),
            Key = Another(Key, Key.Contains('_', StringComparison.Ordinal) ? Crockford : Hexadecimal, random),
            Member = Another(Member, Crockford, random),
            Email = $"nobody-{seed}@{Email.Split('@')[1]}",
        };
    }

    private static string Another(string id, string alphabet, Random random, int changed = Changed) =>
        id[..^changed] + string.Concat(random.GetItems(alphabet.AsSpan(), changed));
}
