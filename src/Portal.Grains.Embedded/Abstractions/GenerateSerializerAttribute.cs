namespace Orleans;

/// <summary>Marks a type that travels in grain calls. The embedded engine passes references and ignores it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute
{
    /// <summary>Whether primary constructor parameters are members; true by default for records only.</summary>
    public bool IncludePrimaryConstructorParameters { get; init; }
}
