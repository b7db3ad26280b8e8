using Microsoft.Extensions.Options;

namespace Portal.Web.Hosting;

internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var faults = new List<string>();
        if (options.Port is < 1 or > 65535)
        {
            faults.Add($"Portal:Port is {options.Port}; it must be 1 to 65535.");
        }

        if (string.IsNullOrWhiteSpace(options.Data))
        {
            faults.Add("Portal:Data is empty; it must name a folder.");
        }

        if (options.RequestBytesMax < 1024)
        {
            faults.Add($"Portal:RequestBytesMax is {options.RequestBytesMax}; it must be at least 1024.");
        }

        faults.AddRange(options.RegionUrls
            .Where(r => !r.Value.IsAbsoluteUri)
            .Select(r => $"Portal:RegionUrls:{r.Key} is '{r.Value}'; it must be an absolute address."));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
