using System.Collections.Immutable;
using Portal.Grains.Models;

namespace Portal.Web.Features.TryIt;

/// <summary>What the page asks for, and what a typical row looks like.</summary>
public sealed record TryItForm(
    string Endpoint,
    string Environment,
    int Version,
    string Target,
    ImmutableArray<SignatureField> Inputs,
    ImmutableDictionary<string, string> Typical);
