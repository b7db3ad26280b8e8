using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Orleans;

namespace Portal.Tenancy.Primitives;

/// <summary>
/// A value, or the <see cref="Primitives.Error"/> that says why there is none. Bugs are exceptions instead.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.Result`1")]
public sealed record Result<T> : IRefusable
{
    private Result(T? value, Error? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value; null exactly when <see cref="Error"/> is not.</summary>
    [Id(0)]
    public T? Value { get; private init; }

    /// <summary>The refusal, or null.</summary>
    [Id(1)]
    public Error? Error { get; private init; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Ok => Error is null;

    /// <summary>A refusal says itself; a value is wrapped.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal as a result.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);

    /// <summary>A value as a result, for interface types, which have no implicit conversion.</summary>
    public static Result<T> Of(T value) => new(value, null);

    /// <summary>Maps the value, keeps the refusal.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> map) => Ok ? map(Value) : Error;

    /// <summary>The value, where a refusal would be a bug.</summary>
    public T OrThrow() => Ok ? Value : throw new UnreachableException($"{Error.Code}: {Error.Message}");
}

/// <summary>A result whose value does not matter.</summary>
public interface IRefusable
{
    /// <summary>The refusal, or null.</summary>
    Error? Error { get; }
}

/// <summary>The answer of a command that has nothing to say but that it is done.</summary>
[GenerateSerializer, Immutable, Alias("portal.Unit")]
public readonly record struct Unit
{
    /// <summary>The only value.</summary>
    public static Unit Done => default;
}
