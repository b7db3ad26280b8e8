using System.Collections.Immutable;
using Orleans;

namespace Portal.Tenancy.Primitives;

/// <summary>
/// An expected refusal. <see cref="Code"/> is kebab case, stable and in the catalogue; <see cref="Message"/> is safe to
/// show to the caller: it holds nothing of another tenant and no secret.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.Error")]
public abstract record Error([property: Id(0)] string Code, [property: Id(1)] string Message)
{
    /// <summary>Where exactly the fault lies, field by field; empty when the whole request is meant.</summary>
    [Id(2)]
    public ImmutableArray<FieldError> Fields { get; init; } = [];
}

/// <summary>One fault in one place: a JSON path, and for tables the 1-based data row and the column's name.</summary>
[GenerateSerializer, Immutable, Alias("portal.FieldError")]
public sealed record FieldError(
    [property: Id(0)] string Code,
    [property: Id(1)] string Message,
    [property: Id(2)] string? Path = null,
    [property: Id(3)] long? Row = null,
    [property: Id(4)] string? Column = null);

/// <summary>It is not there, or it is not yours: the caller can't tell which. HTTP 404.</summary>
[GenerateSerializer, Immutable, Alias("portal.NotFound")]
public sealed record NotFound(string Code, string Message) : Error(Code, Message);

/// <summary>The request itself is wrong. HTTP 400.</summary>
[GenerateSerializer, Immutable, Alias("portal.Invalid")]
public sealed record Invalid(string Code, string Message) : Error(Code, Message);

/// <summary>The request met a state that does not allow it. HTTP 409.</summary>
[GenerateSerializer, Immutable, Alias("portal.Conflict")]
public sealed record Conflict(string Code, string Message) : Error(Code, Message);

/// <summary>The caller is known and may not, or a policy forbids it. HTTP 403.</summary>
[GenerateSerializer, Immutable, Alias("portal.Forbidden")]
public sealed record Forbidden(string Code, string Message) : Error(Code, Message);

/// <summary>A quota or limit is reached. HTTP 429 with <see cref="RetryAfter"/> where waiting helps.</summary>
[GenerateSerializer, Immutable, Alias("portal.QuotaExceeded")]
public sealed record QuotaExceeded(string Code, string Message, [property: Id(0)] TimeSpan? RetryAfter = null)
    : Error(Code, Message);

/// <summary>Something that is needed does not answer at present. HTTP 503.</summary>
[GenerateSerializer, Immutable, Alias("portal.Unavailable")]
public sealed record Unavailable(string Code, string Message, [property: Id(0)] TimeSpan? RetryAfter = null)
    : Error(Code, Message);
