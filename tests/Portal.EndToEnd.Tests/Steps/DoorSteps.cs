using Microsoft.Playwright;
using Portal.EndToEnd.Tests.Hosting;
using Portal.EndToEnd.Tests.Isolation;

namespace Portal.EndToEnd.Tests.Steps;

/// <summary>Coming in: sign-up, invitation, joining; and keys for programs.</summary>
internal static class DoorSteps
{
    public static async Task SignUpAsync(this Person person, string slug, string region = "eu-west")
    {
        var page = person.Page;
        await page.GotoAsync("/sign-up");
        await person.Label("Name of the workspace").FillAsync($"Workspace {slug}");
        await person.Label("Address").FillAsync(slug);
        await person.Label("Region").SelectOptionAsync(region);
        await person.Label("Your name").FillAsync(person.Name);
        await person.Label("Your e-mail address").FillAsync(person.Email);
        await person.Label("Password").FillAsync(Person.Password);
        foreach (var box in await page.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await box.CheckAsync();
        }

        await person.Button("Create the workspace").ClickAsync();
        await person.LandedAsync($"/t/{slug}/home");
        person.Slug = slug;
        await person.LiveAsync();
    }

    /// <summary>Makes an invitation; the link to hand on.</summary>
    public static async Task<string> InviteAsync(this Person person, string email, string role)
    {
        await person.OpenAsync("Members");
        await person.Button("Invite somebody").ClickAsync();
        await person.Label("E-mail address").FillAsync(email);
        await person.Label("Role").SelectOptionAsync(new SelectOptionValue { Label = role });
        await person.Button("Make the invitation").ClickAsync();
        var link = await person.Label("Invitation link").InputValueAsync();
        await person.Button("Done").ClickAsync();
        return link;
    }

    public static async Task JoinAsync(this Person person, string link, string slug)
    {
        await person.Page.GotoAsync(link);
        await person.Label("Your name").FillAsync(person.Name);
        await person.Label("Choose a password").FillAsync(Person.Password);
        await person.Button("Join the workspace").ClickAsync();
        await person.LandedAsync($"/t/{slug}/home");
        person.Slug = slug;
        await person.LiveAsync();
    }

    public static Task SignInAsync(this Person person) => person.SignInAsync(person.Email, Person.Password);

    /// <summary>Signs in as the owner of a workspace that a program made.</summary>
    public static Task SignInAsync(this Person person, Workspace workspace)
    {
        person.Slug = workspace.Slug;
        return person.SignInAsync($"owner@{workspace.Slug}.example", Portal.Tests.Client.Life.Password);
    }

    private static async Task SignInAsync(this Person person, string email, string password)
    {
        await person.Page.GotoAsync($"/t/{person.Slug}/sign-in");
        await person.Label("E-mail address").FillAsync(email);
        await person.Label("Password").FillAsync(password);
        await person.Button("Sign in").ClickAsync();
        await person.LandedAsync("/home");
        await person.LiveAsync();
    }

    public static async Task SignOutAsync(this Person person)
    {
        await person.Page.GotoAsync($"/t/{person.Slug}/sign-out");
        await person.Button("Sign out").ClickAsync();
        await person.LandedAsync("/sign-in");
    }

    /// <summary>Makes a key for a program.</summary>
    public static async Task<string> MakeKeyAsync(this Person person, string role)
    {
        await person.OpenAsync("Service keys");
        await person.Button("New key").ClickAsync();
        await person.Label("What is it for?").FillAsync("A program of a test");
        await person.Label("Role").SelectOptionAsync(new SelectOptionValue { Label = role });
        await person.Button("Make the key").ClickAsync();
        var key = await person.Label("Service key").InputValueAsync();
        await person.Button("I have copied it").ClickAsync();
        return key;
    }
}
