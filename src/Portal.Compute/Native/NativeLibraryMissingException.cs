namespace Portal.Compute.Native;

/// <summary>
/// A native engine could not be loaded. The feature that needs it is off; everything else goes on.
/// The message names the library, where it was looked for and what puts it there.
/// </summary>
public sealed class NativeLibraryMissingException : Exception
{
    public NativeLibraryMissingException(string library, string fix, string searched, Exception? inner = null)
        : base($"The native library {library} is missing. {fix} Looked in: {searched}.", inner)
    {
        Library = library;
        Fix = fix;
    }

    /// <summary>File name of the library, such as <c>libonnxruntime.so.1</c>.</summary>
    public string Library { get; }

    /// <summary>What the person who runs the product has to do.</summary>
    public string Fix { get; }
}
