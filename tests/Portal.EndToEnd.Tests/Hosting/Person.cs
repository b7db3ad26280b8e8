using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.Client;

namespace Portal.EndToEnd.Tests.Hosting;

/// <summary>Somebody at a browser.</summary>
public sealed class Person(string name, string root, IBrowserContext context, IPage page) : IAsyncDisposable
{
    /// <summary>The password of everybody in tests.</summary>
    public const string Password = "correct horse battery";

    private static readonly Regex Active = new(@"\bactive\b");

    public string Name { get; } = name;

    public string Root { get; } = root;

    public IPage Page { get; } = page;

    public IBrowserContext Context { get; } = context;

    /// <summary>The workspace, from when he is in one.</summary>
    public string Slug { get; set; } = string.Empty;

    public string Email => $"{Name.ToLowerInvariant()}@people.example";

    public ILocator Button(string text) => Page.GetByRole(AriaRole.Button, new() { Name = text, Exact = true });

    public ILocator Link(string text) => Page.GetByRole(AriaRole.Link, new() { Name = text, Exact = true });

    public ILocator Label(string text) => Page.GetByLabel(text, new() { Exact = true });

    public ILocator Heading(string text) => Page.GetByRole(AriaRole.Heading, new() { Name = text, Exact = true });

    /// <summary>The page's own part, without navigation.</summary>
    public ILocator Main => Page.GetByRole(AriaRole.Main);

    /// <summary>What was refused, where something was.</summary>
    public ILocator Alert => Main.GetByRole(AriaRole.Alert);

    /// <summary>Waits until something stands on the page.</summary>
    public Task SeesAsync(string text) => Assertions.Expect(Main.GetByText(text).First).ToBeVisibleAsync();

    public static Task SeesAsync(ILocator what) => Assertions.Expect(what.First).ToBeVisibleAsync();

    public static Task SeesNoAsync(ILocator what) => Assertions.Expect(what).ToHaveCountAsync(0);

    /// <summary>Waits until the page answers to clicks: what it loads begins to load only then.</summary>
    public Task LiveAsync() => SeesAsync(Main.Locator(".loadable:not([data-phase=Loading])"));

    /// <summary>Waits until everything that the page loads is there, or was refused.</summary>
    public async Task SettledAsync()
    {
        if (await Page.Locator(".loadable").CountAsync() > 0)
        {
            var settled = Page.Locator(
                "main:has(.loadable:not([data-phase=Loading])):not(:has(.loadable[data-phase=Loading]))");
            await Assertions.Expect(settled).ToHaveCountAsync(1);
        }
    }

    /// <summary>Opens a page of the workspace by the side navigation.</summary>
    public async Task OpenAsync(string entry)
    {
        var link = Page.GetByRole(AriaRole.Complementary)
            .GetByRole(AriaRole.Link, new() { Name = entry, Exact = true });
        await link.ClickAsync();
        await Assertions.Expect(link).ToHaveClassAsync(Active);
        await LiveAsync();
    }

    /// <summary>Opens an address of the workspace, as a bookmark does.</summary>
    public async Task VisitAsync(string path)
    {
        await Page.GotoAsync($"/t/{Slug}/{path}");
        await LiveAsync();
    }

    /// <summary>The last part of the address, once it matches.</summary>
    public async Task<string> LandedAsync(string pattern)
    {
        await Page.WaitForURLAsync(new Regex(pattern));
        return new Uri(Page.Url).Segments[^1];
    }

    /// <summary>Calls the product as a program that holds <paramref name="key"/>.</summary>
    public Api Program(string key) => new(Root, key);

    public Task PictureAsync(string path) => Page.ScreenshotAsync(new() { Path = path, FullPage = true });

    public async ValueTask DisposeAsync() => await Context.CloseAsync();
}
