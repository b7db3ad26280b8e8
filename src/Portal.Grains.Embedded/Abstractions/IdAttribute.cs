namespace Orleans;

/// <summary>The stable number of a member in its serialised form.</summary>
[AttributeUsage(
    AttributeTargets.Field
    | AttributeTargets.Property
    | AttributeTargets.Parameter
    | AttributeTargets.Class
    | AttributeTargets.Struct
    | AttributeTargets.Enum
    | AttributeTargets.Method)]
public sealed class IdAttribute : Attribute
{
    /// <summary>Sets the number.</summary>
    /// <param name="id">Unique among the type's members.</param>
    public IdAttribute(uint id)
    {
        Id = id;
    }

    /// <summary>The number.</summary>
    public uint Id { get; }
}
