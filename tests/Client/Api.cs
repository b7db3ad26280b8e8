using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Portal.Tests.Client;

/// <summary>A machine's view of the product: plain HTTP and JSON, nothing of the product's own code.</summary>
public sealed class Api : IDisposable
{
    private readonly HttpClient _http;

    public Api(string root, string? key = null)
    {
        _http = new HttpClient { BaseAddress = new Uri(root), Timeout = TimeSpan.FromSeconds(100) };
        if (key is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    public void Dispose() => _http.Dispose();

    public Task<Answer> GetAsync(string path, CancellationToken cancel = default) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancel);

    public Task<Answer> PostAsync(
        string path, object body, string? commandId = null, CancellationToken cancel = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (commandId is not null)
        {
            request.Headers.Add("Idempotency-Key", commandId);
        }

        return SendAsync(request, cancel);
    }

    public Task<Answer> UploadAsync(
        string path, byte[] csv, string? commandId = null, CancellationToken cancel = default)
    {
        var content = new ByteArrayContent(csv);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (commandId is not null)
        {
            request.Headers.Add("Idempotency-Key", commandId);
        }

        return SendAsync(request, cancel);
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, cancel);
            var text = await response.Content.ReadAsStringAsync(cancel);
            return new Answer(response.StatusCode, text);
        }
    }
}

/// <summary>A status and a body.</summary>
public sealed record Answer(HttpStatusCode Status, string Body)
{
    public bool Ok => (int)Status is >= 200 and < 300;

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Text(string name) => Json.GetProperty(name).ToString();

    /// <summary>The answer itself, where anything else would be a failure of what is tested.</summary>
    public Answer Expect() =>
        Ok ? this : throw new InvalidOperationException($"{(int)Status}: {Body[..Math.Min(Body.Length, 600)]}");
}
