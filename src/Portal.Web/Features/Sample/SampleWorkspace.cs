using System.Net;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Regions;
using Portal.Web.Hosting;

namespace Portal.Web.Features.Sample;

/// <summary>
/// Makes the sample workspace once the portal answers, when <c>Portal:Sample</c> asks for it. It goes through the API
/// like any customer, so everything that it shows has really happened.
/// </summary>
internal sealed class SampleWorkspace(
    IOptions<WebOptions> web, IOptions<PortalOptions> portal, IHostApplicationLifetime life,
    ILogger<SampleWorkspace> logger)
    : BackgroundService
{
    private const string Slug = "sample";
    private const string Email = "olive@sample.example";

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!web.Value.Sample)
        {
            return;
        }

        var started = new TaskCompletionSource();
        await using var registration = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            var notes = await SampleNotes.OpenAsync(portal.Value.Data, stoppingToken);
            SampleLog.SignIn(logger, $"http://localhost:{web.Value.Port}/t/{Slug}/sign-in", Email, portal.Value.Data);
            if (!notes.IsDone)
            {
                using var client = new SampleClient($"http://localhost:{web.Value.Port}");
                client.Key = notes.Key ?? await SignUpAsync(client, notes, stoppingToken);
                await new SampleStory(client, notes).TellAsync(stoppingToken);
                SampleLog.Done(logger);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            SampleLog.Failed(logger, e); // The portal itself is not worse off; the next start goes on.
        }
    }

    private static async Task<string> SignUpAsync(SampleClient client, SampleNotes notes, CancellationToken cancel)
    {
        var terms = await client.GetAsync("/api/v1/terms", cancel);
        var accepted = terms.GetProperty("items").EnumerateArray().Select(t => new
        {
            document = t.GetProperty("document").GetString(),
            sha256 = t.GetProperty("sha256").GetString(),
        });
        var made = await client.PostAsync(
            "/api/v1/sign-up",
            new
            {
                workspace = "Sample",
                slug = Slug,
                region = "eu-west",
                name = "Olive Sample",
                email = Email,
                password = notes.Password,
                accepted,
                createKey = true,
            },
            "sample-sign-up",
            cancel);
        var key = made.TryGetProperty("serviceKey", out var shown) ? shown.GetString() : null;
        if (key is null)
        {
            throw new HttpRequestException("The sample's key was lost in a crash.", null, HttpStatusCode.Conflict);
        }

        await notes.SignedUpAsync(key, cancel);
        return key;
    }
}
