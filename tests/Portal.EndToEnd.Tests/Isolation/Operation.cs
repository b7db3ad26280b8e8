using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.EndToEnd.Tests.Isolation;

/// <summary>One operation of the OpenAPI document.</summary>
public sealed partial record Operation(
    string Id, HttpMethod Method, string Template, ImmutableArray<string> Queries, bool HasBody)
{
    /// <summary>Whether something is named in the path.</summary>
    public bool NamesSomething => Template.Contains('{', StringComparison.Ordinal);

    public static IReadOnlyList<Operation> Read(JsonElement document) =>
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
           from verb in path.Value.EnumerateObject()
           where verb.Name is "get" or "post" or "put" or "patch" or "delete"
           select new Operation(
               verb.Value.TryGetProperty("operationId", out var id) ? id.GetString()! : $"{verb.Name} {path.Name}",
               HttpMethod.Parse(verb.Name),
               path.Name,
               [.. QueriesOf(verb.Value)],
               verb.Value.TryGetProperty("requestBody", out _)),
    ];

    /// <summary>The path with everything named in it.</summary>
    public string PathOf(Possessions named) => Hole().Replace(Template, m => ValueOf(m.Groups[1].Value, named));

    public override string ToString() => $"{Id} ({Method} {Template})";

    private static IEnumerable<string> QueriesOf(JsonElement operation) =>
        from parameter in operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToArray() : []
        where parameter.GetProperty("in").GetString() == "query"
        let name = parameter.GetProperty("name").GetString()!
        where name is not ("limit" or "cursor" or "sort")
        select name;

    // What a hole stands for is what the segment before it says.
    private string ValueOf(string before, Possessions named) => before switch
    {
        "models" when Template.StartsWith("/v2/", StringComparison.Ordinal) => named.Endpoint,
        "datasets" => named.Dataset,
        "uploads" => named.Upload,
        "jobs" or "runs" => named.Run,
        "models" => named.Model,
        "versions" => "1",
        "approvals" => named.Approval,
        "deployments" or "monitoring" => named.Deployment,
        "endpoints" => named.Endpoint,
        "invitations" => named.Invitation,
        "keys" => named.Key,
        "members" => named.Member,
        _ => throw new NotSupportedException(
            $"{this} names something after '{before}': say here what a workspace has of it."),
    };

    [GeneratedRegex("(?<=/([a-z0-9-]+)/)\\{[^}]+\\}")]
    private static partial Regex Hole();
}
