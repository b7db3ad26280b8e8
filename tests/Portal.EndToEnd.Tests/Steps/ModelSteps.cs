using Microsoft.Playwright;
using Portal.EndToEnd.Tests.Hosting;

namespace Portal.EndToEnd.Tests.Steps;

/// <summary>From a file to a registered version.</summary>
internal static class ModelSteps
{
    /// <summary>Uploads a file and lands on the page of the dataset; its id.</summary>
    public static async Task<string> UploadAsync(this Person person, string name, byte[] csv)
    {
        await person.OpenAsync("Datasets");
        await person.Link("Upload a dataset").First.ClickAsync();
        await person.Label("Name (optional)").FillAsync(name);
        await person.Page.GetByLabel("Choose a CSV file, or drop it here").SetInputFilesAsync(
            new FilePayload { Name = "customers.csv", MimeType = "text/csv", Buffer = csv });
        var id = await person.LandedAsync("/datasets/dst_");
        await Person.SeesAsync(person.Heading(name));
        return id;
    }

    /// <summary>Corrects how a column is read: that is a new version of the same data.</summary>
    public static async Task RetypeAsync(this Person person, string column, string type)
    {
        await person.Label($"Type of {column}").SelectOptionAsync(new SelectOptionValue { Label = type });
        await person.Button("Save as a new version").ClickAsync();
        await person.SeesAsync("Version 2");
    }

    /// <summary>Adds a file to the dataset whose page is open.</summary>
    public static async Task AddFileAsync(this Person person, byte[] csv)
    {
        await person.Page.GetByLabel("Add a file as a new version").SetInputFilesAsync(
            new FilePayload { Name = "later.csv", MimeType = "text/csv", Buffer = csv });
        await person.SeesAsync("Version 2");
    }

    /// <summary>From the dataset's page to the finished run, watching.</summary>
    public static async Task TrainAsync(this Person person, string target, string model)
    {
        await person.Link("Train a model").First.ClickAsync();
        await person.Label("Which column should the model predict?").SelectOptionAsync(target);
        await person.SeesAsync($"We will predict {target}");
        await person.Label("Name of the model").FillAsync(model);
        await person.Button("Start training").ClickAsync();
        await person.LandedAsync("/training/run_");
        await Person.SeesAsync(person.Link("Open the version"));
    }

    /// <summary>From the finished run to the version's page; the model's id.</summary>
    public static async Task<string> OpenVersionAsync(this Person person, string model, int version)
    {
        await person.Link("Open the version").ClickAsync();
        await person.LandedAsync($"/models/mdl_.*/versions/{version}$");
        await Person.SeesAsync(person.Heading($"{model}, version {version}"));
        return new Uri(person.Page.Url).Segments[^3].TrimEnd('/');
    }
}
