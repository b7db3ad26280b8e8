using System.Net.Http.Headers;
using System.Text.Json;

namespace Portal.Web.Features.Sample;

/// <summary>The sample's way into the product: the same API that everybody has.</summary>
internal sealed class SampleClient : IDisposable
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(300);
    private readonly HttpClient _http;

    public SampleClient(string root) => _http = new HttpClient { BaseAddress = new Uri(root) };

    public string? Key
    {
        set => _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", value);
    }

    public void Dispose() => _http.Dispose();

    public Task<JsonElement> GetAsync(string path, CancellationToken cancel) =>
        SendAsync(HttpMethod.Get, path, null, null, cancel);

    public Task<JsonElement> PostAsync(string path, object body, string? commandId, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, path, JsonContent.Create(body), commandId, cancel);

    public Task<JsonElement> UploadAsync(string path, byte[] csv, string commandId, CancellationToken cancel)
    {
        var content = new ByteArrayContent(csv);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return SendAsync(HttpMethod.Post, path, content, commandId, cancel);
    }

    /// <summary>Asks again and again until <paramref name="done"/>.</summary>
    public async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> done, CancellationToken cancel)
    {
        while (true)
        {
            var answer = await GetAsync(path, cancel);
            if (done(answer))
            {
                return answer;
            }

            await Task.Delay(PollEvery, cancel);
        }
    }

    private async Task<JsonElement> SendAsync(
        HttpMethod method, string path, HttpContent? content, string? commandId, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (commandId is not null)
        {
            request.Headers.Add("Idempotency-Key", commandId);
        }

        using var response = await _http.SendAsync(request, cancel);
        var text = await response.Content.ReadAsStringAsync(cancel);
        return response.IsSuccessStatusCode
            ? JsonDocument.Parse(text).RootElement
            : throw new HttpRequestException($"{method} {path}: {text}", null, response.StatusCode);
    }
}
