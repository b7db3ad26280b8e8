namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>One line that ONNX Runtime would have written to standard error.</summary>
/// <param name="Severity">0 verbose, 1 information, 2 warning, 3 error, 4 fatal.</param>
/// <param name="Category">The library's own category.</param>
/// <param name="Location">Source location inside the library.</param>
/// <param name="Message">The text.</param>
public sealed record OnnxLogMessage(int Severity, string Category, string Location, string Message);
