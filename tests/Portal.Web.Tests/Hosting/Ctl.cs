extern alias ctl;

using ctl::Portal.Ctl;

namespace Portal.Web.Tests.Hosting;

/// <summary>Runs the command line in this process, against a portal of a test.</summary>
internal static class Ctl
{
    /// <summary>The exit code, what went to standard output, and what went to standard error.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(TestTenant tenant, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        using var input = new StringReader(string.Empty);
        var code = await CommandLine.RunAsync(args, Variable, input, output, errors);
        return (code, output.ToString(), errors.ToString());

        string? Variable(string name) => name switch
        {
            "PORTAL_URL" => tenant.Portal.Address.ToString(),
            "PORTAL_TOKEN" => tenant.Key,
            _ => null,
        };
    }
}
