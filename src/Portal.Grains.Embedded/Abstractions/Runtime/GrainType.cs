namespace Orleans.Runtime;

/// <summary>The stable name of a grain class.</summary>
[GenerateSerializer, Immutable]
public readonly struct GrainType : IEquatable<GrainType>
{
    [Id(0)]
    private readonly IdSpan _value;

    /// <summary>A name made of this part.</summary>
    /// <param name="id">The name.</param>
    public GrainType(IdSpan id)
    {
        _value = id;
    }

    /// <summary>The name.</summary>
    public IdSpan Value => _value;

    /// <summary>Whether this is the default value.</summary>
    public bool IsDefault => _value.IsDefault;

    /// <summary>A name with this text.</summary>
    /// <param name="value">The text; not blank.</param>
    public static GrainType Create(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return new GrainType(IdSpan.Create(value));
    }

    /// <summary>Compares the names.</summary>
    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);

    /// <summary>Compares the names.</summary>
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(GrainType obj) => _value.Equals(obj._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainType kind && Equals(kind);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => _value.ToString();
}
