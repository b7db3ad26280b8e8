using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Portal.Compute.Drift;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Serving.Gateway;

/// <summary>Makes up a typical row from the training data's distributions: no row that anybody sent.</summary>
public sealed class EndpointExamples(InferenceGateway gateway, ICells cells)
{
    /// <summary>
    /// The median of each number and the most frequent value of each category, by the input's name; inputs of which
    /// nothing is known are missing.
    /// </summary>
    public async Task<Result<ImmutableDictionary<string, string>>> TypicalAsync(
        Principal principal, string endpoint, CancellationToken cancel)
    {
        var described = await gateway.DescribeAsync(principal, endpoint, null, cancel);
        if (!described.Ok)
        {
            return described.Error;
        }

        var version = described.Value.Version;
        await using var stream = await cells.Of(principal.Region).Blobs.OpenAsync(
            principal.Tenant, version.Reference.Name, cancel);
        var profile = stream is null
            ? null
            : await JsonSerializer.DeserializeAsync<ReferenceProfile>(stream, PortalJson.Options, cancel);
        var example = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var input in version.Signature.Inputs)
        {
            if (Typical(profile?.Find(input.Name)) is { } value)
            {
                example[input.Name] = value;
            }
            else if (!input.Levels.IsDefaultOrEmpty)
            {
                example[input.Name] = input.Levels[0];
            }
        }

        return example.ToImmutable();
    }

    private static string? Typical(ReferenceColumn? column) => column switch
    {
        ReferenceColumn.Numeric { Sample: { IsDefaultOrEmpty: false } sample } =>
            sample[sample.Length / 2].ToString(CultureInfo.InvariantCulture),
        ReferenceColumn.Categories { Counts: { IsDefaultOrEmpty: false } counts } => counts[0].Value,
        _ => null,
    };
}
