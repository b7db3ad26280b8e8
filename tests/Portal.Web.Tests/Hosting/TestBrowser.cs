using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Portal.Web.Tests.Hosting;

/// <summary>
/// A browser without a screen: keeps cookies, fills static forms with their hidden fields, follows nothing.
/// </summary>
public sealed partial class TestBrowser : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };
    private readonly string _slug;

    public TestBrowser(Uri address, string slug)
    {
        _slug = slug;
        Client = new(_handler) { BaseAddress = address };
        Client.DefaultRequestHeaders.Add("Accept", "text/html,application/json");
    }

    /// <summary>The client with the cookies.</summary>
    public HttpClient Client { get; }

    /// <summary>All cookies, by where they belong.</summary>
    public CookieContainer Cookies => _handler.CookieContainer;

    /// <summary>The address of something in the workspace.</summary>
    public string At(string path) => $"/t/{_slug}{path}";

    /// <summary>Signs in by the form of the workspace's sign-in page.</summary>
    public Task<HttpResponseMessage> SignInAsync(string email, string password) =>
        SubmitAsync(At("/sign-in"), new() { ["Input.Email"] = email, ["Input.Password"] = password });

    /// <summary>Loads a page and sends its form back, filled.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, Dictionary<string, string> fields)
    {
        var html = await Client.GetStringAsync(page);
        foreach (Match hidden in Hidden().Matches(html))
        {
            var name = Name().Match(hidden.Value).Groups[1].Value;
            fields.TryAdd(
                WebUtility.HtmlDecode(name), WebUtility.HtmlDecode(Value().Match(hidden.Value).Groups[1].Value));
        }

        return await Client.PostAsync(page, new FormUrlEncodedContent(fields));
    }

    /// <summary>Calls the API as the page does: with the session's cookie and the page's token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string api, object body)
    {
        var html = await Client.GetStringAsync(At("/home"));
        using var request = new HttpRequestMessage(HttpMethod.Post, At(api)) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Portal-Token", WebUtility.HtmlDecode(Token().Match(html).Groups[1].Value));
        return await Client.SendAsync(request);
    }

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex(" name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<meta name=\"portal-token\" content=\"([^\"]*)\"")]
    private static partial Regex Token();
}
