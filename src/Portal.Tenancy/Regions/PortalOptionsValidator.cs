using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Portal.Tenancy.Regions;

/// <summary>Lists every fault of <see cref="PortalOptions"/> at start.</summary>
internal sealed partial class PortalOptionsValidator : IValidateOptions<PortalOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        var faults = new List<string>();
        Check(faults, options.Data.Length > 0, "Portal:Data must name a folder.");
        Check(faults, Parses(options.Database), "Portal:Database must be a connection string with a Host.");
        Check(faults, Prefix().IsMatch(options.DatabasePrefix), "Portal:DatabasePrefix must match [a-z][a-z0-9_]*.");
        Check(faults, options.Regions.Count > 0, "Portal:Regions must name at least one region.");
        Check(faults, options.Regions.All(r => Region().IsMatch(r)), "Portal:Regions may hold a-z, 0-9 and hyphens.");
        Check(faults, options.Regions.Distinct().Count() == options.Regions.Count, "Portal:Regions names one twice.");
        Check(faults, options.Node.Length is > 0 and <= 100, "Portal:Node must have 1 to 100 characters.");
        Check(faults, options.PoolSize is >= 1 and <= 1000, "Portal:PoolSize must be 1 to 1000.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Check(List<string> faults, bool holds, string fault)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }

    private static bool Parses(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Region();
}
