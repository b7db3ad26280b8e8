namespace Orleans.Runtime;

/// <summary>Marker of everything that can be called by reference.</summary>
public interface IAddressable
{
}
