using Portal.Tenancy.Access;

namespace Portal.Web.Edge.Calls;

/// <summary>Where a request came from.</summary>
internal static class RequestOrigin
{
    private const int UserAgentCharactersMax = 300;

    /// <summary>Address and program, as the log keeps them.</summary>
    public static ClientOrigin Origin(this HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        return new(
            context.Connection.RemoteIpAddress?.ToString(),
            agent.Length > UserAgentCharactersMax ? agent[..UserAgentCharactersMax] : agent);
    }
}
