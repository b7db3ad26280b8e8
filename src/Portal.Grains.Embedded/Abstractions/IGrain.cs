using Orleans.Runtime;

namespace Orleans;

/// <summary>
/// Marker of grain interfaces. Contracts derive from a keyed kind such as <see cref="IGrainWithStringKey"/>.
/// </summary>
public interface IGrain : IAddressable
{
}
