using Microsoft.Playwright;
using Portal.EndToEnd.Tests.Hosting;

namespace Portal.EndToEnd.Tests.Steps;

/// <summary>From a version to an endpoint that answers.</summary>
internal static class ReleaseSteps
{
    /// <summary>From the version's page to a request that waits; its id.</summary>
    public static async Task<string> AskApprovalAsync(this Person person, string note)
    {
        await person.Link("Ask for approval").First.ClickAsync();
        await person.Label("Where to").SelectOptionAsync("production");
        await person.Label("Note").FillAsync(note);
        await person.Button("Ask for approval").ClickAsync();
        var id = await person.LandedAsync("/approvals/apr_");
        await person.SeesAsync("Waiting");
        return id;
    }

    public static async Task ApproveAsync(this Person person, string comment)
    {
        await person.Label("Comment").FillAsync(comment);
        await person.Button("Approve").ClickAsync();
        await person.SeesAsync("Approved");
    }

    public static async Task RefuseAsync(this Person person, string comment)
    {
        await person.Label("Comment").FillAsync(comment);
        await person.Button("Refuse").ClickAsync();
        await person.SeesAsync("Refused");
    }

    /// <summary>Sends a version to production, to a new endpoint or to one that is there, until it answers.</summary>
    public static async Task<string> DeployAsync(this Person person, string model, int version, string endpoint)
    {
        await person.OfferAsync(model, version, endpoint);
        var id = await person.LandedAsync("/deployments/dep_");
        await person.ServesAsync(model, version);
        return id;
    }

    /// <summary>Fills the form and sends it.</summary>
    public static async Task OfferAsync(this Person person, string model, int version, string endpoint)
    {
        await person.Page.GetByLabel("Model", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = model });
        await person.Label("Version").SelectOptionAsync(new SelectOptionValue { Label = $"Version {version}" });
        var there = await person.Label("Send it to")
            .GetByRole(AriaRole.Option, new() { Name = $"{endpoint} (Production)" }).CountAsync() > 0;
        if (there)
        {
            await person.Label("Send it to")
                .SelectOptionAsync(new SelectOptionValue { Label = $"{endpoint} (Production)" });
        }
        else
        {
            await person.Label("Endpoint name").FillAsync(endpoint);
            await person.Label("Environment").SelectOptionAsync("production");
        }

        await person.Button("Deploy").ClickAsync();
    }

    /// <summary>Waits until the endpoint's page says that this version answers.</summary>
    public static Task ServesAsync(this Person person, string model, int version) =>
        Assertions.Expect(person.Main.Locator(".serving")).ToHaveTextAsync($"{model}, version {version}");

    /// <summary>Asks by the form of the endpoint, with a typical row; what it says.</summary>
    public static async Task<string> TryAsync(this Person person, int version)
    {
        await person.Button("Fill with a typical example").ClickAsync();
        await person.Button("Predict").ClickAsync();
        await person.SeesAsync($"Answered by version {version}.");
        return await person.Main.Locator(".says").InnerTextAsync();
    }
}
