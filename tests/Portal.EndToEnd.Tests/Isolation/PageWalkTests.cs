using System.Net;
using Portal.EndToEnd.Tests.Hosting;
using Portal.EndToEnd.Tests.Pages;
using Portal.EndToEnd.Tests.Steps;

namespace Portal.EndToEnd.Tests.Isolation;

/// <summary>
/// Every page, opened in one workspace with the names of another one's things: it shows what names of nothing get. A
/// new page fails here until the catalogue knows where it is found.
/// </summary>
[Collection(PortalGroup.Name)]
public sealed class PageWalkTests(PortalFixture portal)
{
    private const int NamingAtLeast = 10;

    [Fact]
    public Task EveryPage_WithNamesOfAnotherWorkspace_ShowsWhatNothingShows() => portal.PlayAsync("pages", async () =>
    {
        var victim = await Workspace.LiveAsync(portal.Root, portal.NewSlug("victim"), "ae-north", 21);
        var stranger = await Workspace.LiveAsync(portal.Root, portal.NewSlug("stranger"), "ae-north", 22);
        var vera = await portal.NewPersonAsync("Vera");
        var stan = await portal.NewPersonAsync("Stan");
        await vera.SignInAsync(victim);
        await stan.SignInAsync(stranger);
        var nobody = victim.Has.OfNobody(17);

        var (faults, naming) = (new List<string>(), 0);
        foreach (var template in PageRoutes.Of(PortalApp.Find().Path))
        {
            var foreign = PageCatalog.AddressesOf(template, victim.Has);
            foreach (var (there, nowhere) in foreign.Zip(PageCatalog.AddressesOf(template, nobody)))
            {
                var expected = await ReadAsync(stan, nowhere, nobody);
                faults.AddRange(there == nowhere ? Leaks(there, expected, victim)
                    : await ReadAsync(stan, there, victim.Has) is var shown && shown == expected ? []
                    : [$"{there}: {shown.Beside(expected)}"]);
                if (template.Contains('{', StringComparison.Ordinal) && foreign.Count > 0)
                {
                    naming++;
                    faults.AddRange(await ReadAsync(vera, there, victim.Has) == expected
                        ? [$"{there} shows nothing even to those whom it belongs to."]
                        : []);
                }
            }
        }

        faults.ShouldBeEmpty();
        naming.ShouldBeGreaterThanOrEqualTo(NamingAtLeast);
    });

    [Fact]
    public Task AnotherWorkspacesCookie_OnAnyPage_CountsAsNone() => portal.PlayAsync("cookies", async () =>
    {
        var victim = portal.NewSlug("victim");
        var vera = await portal.NewPersonAsync("Vera");
        await vera.SignUpAsync(victim);
        var stan = await portal.NewPersonAsync("Stan");
        await stan.SignUpAsync(portal.NewSlug("stranger"));
        var session = (await stan.Context.CookiesAsync())
            .Single(c => c.Name.StartsWith("portal.session.", StringComparison.Ordinal));

        using var signedOut = new Caller(portal.Root);
        using var asItself = new Caller(portal.Root, cookies: $"{session.Name}={session.Value}");
        using var renamed = new Caller(portal.Root, cookies: $"portal.session.{victim}={session.Value}");
        string[] paths = ["home", "datasets", "audit", "members", "api/v1/datasets", "api/v1/members", "api/v1/me"];
        foreach (var path in paths.Select(p => $"/t/{victim}/{p}"))
        {
            var expected = await signedOut.SendAsync(HttpMethod.Get, path, accept: "text/html,application/json");
            expected.Ok.ShouldBeFalse(path);
            foreach (var caller in (Caller[])[asItself, renamed])
            {
                var seen = await caller.SendAsync(HttpMethod.Get, path, accept: "text/html,application/json");
                (seen.Status, seen.Location).ShouldBe((expected.Status, expected.Location), path);
            }
        }
    });

    private static IEnumerable<string> Leaks(string address, Seen page, Workspace victim) =>
        victim.Has.All.Add(victim.Slug)
            .Where(name => page.Body.Contains(name, StringComparison.Ordinal))
            .Select(name => $"{address} tells of {name}.");

    // What a person reads on the page, without what was asked for.
    private static async Task<Seen> ReadAsync(Person person, string address, Possessions named)
    {
        var answer = await person.Page.GotoAsync($"/t/{person.Slug}/{address}");
        await person.SettledAsync();
        var text = await person.Main.InnerTextAsync();
        return new Seen((HttpStatusCode)answer!.Status, string.Empty, string.Empty, text).Without(named);
    }
}
