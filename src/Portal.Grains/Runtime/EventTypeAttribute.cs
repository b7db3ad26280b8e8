namespace Portal.Grains.Runtime;

/// <summary>The stored name of an event, such as <c>dataset.created</c>, and the version of its shape.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventTypeAttribute(string name, int version = 1) : Attribute
{
    /// <summary>Never changes once stored.</summary>
    public string Name => name;

    /// <summary>Grows when the shape changes.</summary>
    public int Version => version;
}

/// <summary>
/// A property that holds personal data. <paramref name="subjectProperty"/> names the event's property whose text is the
/// data subject; the value is sealed under that subject's key.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonalAttribute(string subjectProperty) : Attribute
{
    /// <summary>The property that names the subject.</summary>
    public string SubjectProperty => subjectProperty;
}
