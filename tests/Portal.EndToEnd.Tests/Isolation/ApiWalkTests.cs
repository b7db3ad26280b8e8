using System.Net;
using System.Text.Json;
using Portal.EndToEnd.Tests.Hosting;

namespace Portal.EndToEnd.Tests.Isolation;

/// <summary>
/// Every operation of the OpenAPI document, called by one workspace with the names of another one's things: the answer
/// is the one that names of nothing get. A new operation is walked by itself, or fails here until the walk knows it.
/// </summary>
[Collection(PortalGroup.Name)]
public sealed class ApiWalkTests(PortalFixture portal)
{
    private const int OperationsAtLeast = 30;

    [Fact]
    public async Task EveryOperation_WithNamesOfAnotherWorkspace_AnswersAsForNothing()
    {
        var victim = await Workspace.LiveAsync(portal.Root, portal.NewSlug("victim"), "eu-west", 11);
        var stranger = await Workspace.LiveAsync(portal.Root, portal.NewSlug("stranger"), "eu-west", 12);
        using var asVictim = new Caller(portal.Root, victim.Key);
        using var asStranger = new Caller(portal.Root, stranger.Key);
        var operations = await OperationsAsync(asStranger);
        var before = await EverythingAsync(operations, asVictim, victim.Has);

        // Lists first: later on the log of the stranger holds the names that he tried.
        var faults = await LeaksAsync(operations, asStranger, victim);
        var nobody = victim.Has.OfNobody(13);
        foreach (var operation in operations)
        {
            faults.AddRange(await WalkAsync(operation, asStranger, victim.Has, nobody, stranger.Has));
        }

        faults.ShouldBeEmpty();
        operations.Count.ShouldBeGreaterThanOrEqualTo(OperationsAtLeast);
        (await EverythingAsync(operations, asVictim, victim.Has)).ShouldBe(before);
    }

    private static async Task<IReadOnlyList<Operation>> OperationsAsync(Caller caller)
    {
        var document = await caller.SendAsync(HttpMethod.Get, "/openapi/v1.json");
        document.Status.ShouldBe(HttpStatusCode.OK);
        return Operation.Read(JsonDocument.Parse(document.Body).RootElement);
    }

    private static async Task<List<string>> LeaksAsync(
        IReadOnlyList<Operation> operations, Caller stranger, Workspace victim)
    {
        var faults = new List<string>();
        foreach (var operation in operations.Where(o => o is { NamesSomething: false, HasBody: false }))
        {
            var answer = await stranger.SendAsync(operation.Method, operation.Template);
            faults.AddRange(victim.Has.All.Add(victim.Slug)
                .Where(name => answer.Body.Contains(name, StringComparison.Ordinal))
                .Select(name => $"{operation} tells of {name}."));
        }

        return faults;
    }

    private static async Task<List<string>> WalkAsync(
        Operation operation, Caller stranger, Possessions victim, Possessions nobody, Possessions own)
    {
        var faults = new List<string>();
        foreach (var (foreign, missing) in AttemptsOf(operation, victim, own).Zip(AttemptsOf(operation, nobody, own)))
        {
            var answer = (await SendAsync(stranger, operation, foreign)).Without(victim);
            var expected = (await SendAsync(stranger, operation, missing)).Without(nobody);
            if (answer != expected)
            {
                faults.Add($"{operation} {foreign.Query}: {answer.Beside(expected)}");
            }

            if (operation.NamesSomething && foreign.There == victim && answer.Ok)
            {
                faults.Add($"{operation} {foreign.Query} was answered with {answer.Status}.");
            }
        }

        return faults;
    }

    // Every name in the path and in the body, and each in each place of the query.
    private static IReadOnlyList<Attempt> AttemptsOf(Operation operation, Possessions named, Possessions own)
    {
        IReadOnlyList<Attempt> plain = operation.HasBody
            ? Bodies.Of(operation, named, own)
            : [new Attempt(named, () => null)];
        return operation.Method != HttpMethod.Get
            ? plain
            :
            [
                .. operation.NamesSomething ? plain : [],
                .. from query in operation.Queries
                   from name in named.All
                   select new Attempt(named, () => null, $"{query}={Uri.EscapeDataString(name)}"),
            ];
    }

    private static Task<Seen> SendAsync(Caller caller, Operation operation, Attempt attempt) => caller.SendAsync(
        operation.Method,
        operation.PathOf(attempt.There) + (attempt.Query is null ? null : "?" + attempt.Query),
        attempt.Body());

    // All that the victim can read of its own things, so that a change by another one is seen.
    private static async Task<string> EverythingAsync(
        IReadOnlyList<Operation> operations, Caller victim, Possessions has)
    {
        var seen = new List<string>();
        foreach (var operation in operations.Where(o => o.Method == HttpMethod.Get && IsSteady(o)))
        {
            var answer = await victim.SendAsync(HttpMethod.Get, operation.PathOf(has));
            seen.Add($"{operation}: {answer.Status} {answer.Without(has).Body}");
        }

        return string.Join('\n', seen);
    }

    // The log grows by being read, and monitoring by the clock; an event stream has no end of its own.
    private static bool IsSteady(Operation operation) =>
        !operation.Template.Contains("audit", StringComparison.Ordinal)
        && !operation.Template.EndsWith("/metrics", StringComparison.Ordinal)
        && !operation.Template.EndsWith("/drift", StringComparison.Ordinal)
        && !operation.Template.EndsWith("/events", StringComparison.Ordinal);
}
