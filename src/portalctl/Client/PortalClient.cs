using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Ctl.Client;

/// <summary>
/// The portal's API with a service key. Addresses are relative to its root, such as <c>/api/v1/me</c>. A refusal is a
/// <see cref="ProblemException"/>, which carries its exit code.
/// </summary>
public sealed class PortalClient : IDisposable
{
    // Uploads of a gigabyte take their time; each call can be cancelled.
    private static readonly TimeSpan CallMax = TimeSpan.FromHours(1);

    private readonly HttpClient _http;

    /// <summary>A client for <paramref name="url"/> with <paramref name="token"/>.</summary>
    public PortalClient(Uri url, string token)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = url,
            Timeout = CallMax,
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("portalctl/1.0");
    }

    /// <summary>How the API writes and reads JSON.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Where the portal is.</summary>
    public Uri Address => _http.BaseAddress!; // Set in the constructor.

    /// <summary>GET.</summary>
    public Task<JsonElement> GetAsync(string path, CancellationToken cancel) =>
        SendAsync(HttpMethod.Get, path, content: null, cancel);

    /// <summary>POST of a JSON body.</summary>
    public Task<JsonElement> PostAsync(string path, object body, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, path, JsonContent.Create(body, options: Json), cancel);

    /// <summary>
    /// Any call. <paramref name="idempotencyKey"/> makes a repeated write the same one. The answer's body as JSON;
    /// undefined where there is none.
    /// </summary>
    public async Task<JsonElement> SendAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancel, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await SendAsync(request, cancel);
    }

    /// <summary>A request with headers of its own, such as a file's name.</summary>
    public async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var response = await _http.SendAsync(request, cancel);
            var body = await ReadAsync(response, cancel);
            return response.IsSuccessStatusCode ? body : throw new ProblemException(response.StatusCode, body);
        }
        catch (HttpRequestException e)
        {
            throw new CommandFailedException(ExitCode.Failed, $"The portal at {Address} can't be reached: {e.Message}");
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new CommandFailedException(ExitCode.Timeout, $"The portal at {Address} did not answer in time.");
        }
    }

    /// <summary>Server-sent events after the one numbered <paramref name="last"/>, as they come.</summary>
    public async Task<Stream> OpenEventsAsync(string path, string? last, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsStreamAsync(cancel) // Disposing the stream ends the response.
            : throw new ProblemException(response.StatusCode, await ReadAsync(response, cancel));
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var text = await response.Content.ReadAsStringAsync(cancel);
        try
        {
            return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException)
        {
            return default; // Not an answer of a portal: the status says enough.
        }
    }
}
