using Microsoft.Playwright;
using Portal.EndToEnd.Tests.Hosting;

namespace Portal.EndToEnd.Tests.Steps;

/// <summary>The log, read and taken home.</summary>
internal static class EvidenceSteps
{
    public static async Task ReadLogAsync(this Person person, params string[] sentences)
    {
        await person.OpenAsync("Audit");
        foreach (var sentence in sentences)
        {
            await person.SeesAsync(sentence);
        }
    }

    /// <summary>Downloads the log; its text.</summary>
    public static async Task<string> ExportLogAsync(this Person person, string format)
    {
        var download = await person.Page.RunAndWaitForDownloadAsync(
            () => person.Link($"Export {format}").ClickAsync());
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        return await reader.ReadToEndAsync();
    }

    /// <summary>The monitoring page counts requests.</summary>
    public static Task SeesRequestsAsync(this Person person) => person.SeesAsync("Requests");

    /// <summary>The drift table says of the column what it should.</summary>
    public static Task SeesDriftAsync(this Person person, string column, string verdict) => Person.SeesAsync(
        person.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = column }).Filter(new() { HasText = verdict }));

    /// <summary>Keeps the events that were refused.</summary>
    public static async Task FilterDeniedAsync(this Person person)
    {
        var decision = person.Main.Locator("label", new() { HasText = "Decision" }).GetByRole(AriaRole.Combobox);
        await decision.SelectOptionAsync(new SelectOptionValue { Label = "Denied" });
        await person.Button("Filter").ClickAsync();
        await Person.SeesAsync(person.Main.GetByRole(AriaRole.Cell, new() { Name = "Denied", Exact = true }));
        await Person.SeesNoAsync(person.Main.GetByRole(AriaRole.Cell, new() { Name = "Allowed", Exact = true }));
    }
}
