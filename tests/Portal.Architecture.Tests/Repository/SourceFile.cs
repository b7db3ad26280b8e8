using System.Text;

namespace Portal.Architecture.Tests.Repository;

/// <summary>A file, its path relative to the repository's root.</summary>
internal sealed class SourceFile(string path, byte[] bytes)
{
    private string? _text;
    private string? _code;

    public string Path => path;

    public byte[] Bytes => bytes;

    public string Text => _text ??= Encoding.UTF8.GetString(bytes);

    /// <summary>The C# without the contents of comments and literals, each character where it was.</summary>
    public string Code => _code ??= CodeBlanker.Blank(Text);

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    public bool IsText => !bytes.AsSpan().Contains((byte)0);

    public string At(int index) => $"{path}:{1 + Text.AsSpan(0, index).Count('\n')}";

    public override string ToString() => path;
}
