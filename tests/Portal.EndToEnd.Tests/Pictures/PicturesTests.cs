using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.EndToEnd.Tests.Hosting;
using Portal.EndToEnd.Tests.Isolation;
using Portal.EndToEnd.Tests.Pages;
using Portal.EndToEnd.Tests.Steps;

namespace Portal.EndToEnd.Tests.Pictures;

/// <summary>
/// Pictures of every page with data, wide and narrow, light and dark, into the folder <c>PORTAL_SCREENSHOTS</c>; where
/// none is named there is nothing to do.
/// </summary>
[Collection(PortalGroup.Name)]
public sealed partial class PicturesTests(PortalFixture portal)
{
    [Fact]
    public Task EveryPage_WhenAFolderIsNamed_IsPictured() => portal.PlayAsync("pictures", async () =>
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        var workspace = await Workspace.LiveAsync(portal.Root, portal.NewSlug("falcon"), "ae-north", 31);
        await workspace.AskAsync(await Sample.ChurnAsync(200, seed: 32, drift: 0.7));
        var taken = 0;
        foreach (var width in (int[])[1440, 390])
        {
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                var person = await portal.NewPersonAsync("Layla", width, scheme);
                var end = $"{width}-{scheme.ToString().ToLowerInvariant()}.png";
                foreach (var address in PageCatalog.Public)
                {
                    await person.Page.GotoAsync($"/{address}");
                    await person.PictureAsync(Path.Combine(folder, $"{NameOf("public/" + address)}-{end}"));
                }

                await person.SignInAsync(workspace);
                foreach (var address in PageRoutes.Of(PortalApp.Find().Path)
                    .SelectMany(template => PageCatalog.AddressesOf(template, workspace.Has)))
                {
                    await person.Page.GotoAsync($"/t/{person.Slug}/{address}");
                    await person.SettledAsync();
                    await person.PictureAsync(Path.Combine(folder, $"{NameOf(address)}-{end}"));
                    taken++;
                }
            }
        }

        taken.ShouldBeGreaterThan(0);
    });

    // A page's own name: ids say nothing to those who look.
    private static string NameOf(string address) =>
        Odd().Replace(Id().Replace(address, "one").ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("[a-z]{3}_[0-9A-Z]{26}|e-[0-9a-f]{8}")]
    private static partial Regex Id();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Odd();
}
