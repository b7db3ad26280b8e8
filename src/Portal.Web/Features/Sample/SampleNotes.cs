using System.Security.Cryptography;
using System.Text.Json;

namespace Portal.Web.Features.Sample;

/// <summary>
/// What the sample remembers in the data folder (readable by its owner only): the password that was made for it, its
/// key,
/// and whether the story is told.
/// </summary>
internal sealed class SampleNotes
{
    private readonly string _path;
    private Content _content;

    private SampleNotes(string path, Content content) => (_path, _content) = (path, content);

    public string Password => _content.Password;

    public string? Key => _content.Key;

    public bool IsDone => _content.Done;

    public static async Task<SampleNotes> OpenAsync(string folder, CancellationToken cancel)
    {
        var path = Path.Combine(folder, "sample-workspace.json");
        var content = File.Exists(path)
            ? JsonSerializer.Deserialize<Content>(await File.ReadAllTextAsync(path, cancel))
            : null;
        content ??= new(RandomNumberGenerator.GetHexString(20, lowercase: true) + "A", null, false);
        var notes = new SampleNotes(path, content);
        await notes.SaveAsync(notes._content, cancel);
        return notes;
    }

    public Task SignedUpAsync(string key, CancellationToken cancel) => SaveAsync(_content with { Key = key }, cancel);

    public Task DoneAsync(CancellationToken cancel) => SaveAsync(_content with { Done = true }, cancel);

    private async Task SaveAsync(Content content, CancellationToken cancel)
    {
        _content = content;
        var fresh = _path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(fresh, options))
        {
            await JsonSerializer.SerializeAsync(file, content, cancellationToken: cancel);
        }

        File.Move(fresh, _path, overwrite: true);
    }

    private sealed record Content(string Password, string? Key, bool Done);
}
