using System.Net.Http.Headers;

namespace Portal.EndToEnd.Tests.Isolation;

/// <summary>Calls with a key or with cookies; follows nothing, keeps nothing.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _http;

    public Caller(string root, string? key = null, string? cookies = null)
    {
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(root),
            Timeout = TimeSpan.FromSeconds(60),
        };
        if (key is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        if (cookies is not null)
        {
            _http.DefaultRequestHeaders.Add("Cookie", cookies);
        }
    }

    public async Task<Seen> SendAsync(HttpMethod method, string path, HttpContent? body = null, string accept = "*/*")
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Accept.ParseAdd(accept);
        using var response = await _http.SendAsync(request);
        return new(
            response.StatusCode,
            response.Content.Headers.ContentType?.ToString() ?? string.Empty,
            response.Headers.Location?.ToString() ?? string.Empty,
            await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();
}
