using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Grains.Approvals;
using Portal.Grains.Keys;
using Portal.Grains.Runtime.Lists;
using Portal.Web.Edge;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Features.Approvals;

/// <summary>Services and endpoints of this feature.</summary>
internal static class ApprovalsEndpoints
{
    private static readonly Tenancy.Primitives.NotFound Missing =
        new("approval-not-found", "There is no such request for approval.");

    public static void AddApprovals(this IServiceCollection services) =>
        services.AddScoped<IApprovalsFacade, ApprovalsFacade>();

    public static void MapApprovals(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapApi("approvals");
        group.MapGet("/", ListAsync).WithName("ListApprovals").WithSummary("Requests for approval, newest first.")
            .RequireAuthorization(ApprovalsPermissions.Read);
        group.MapPost("/", RequestAsync).WithName("RequestApproval")
            .WithSummary("Asks that a model version may go to an environment.")
            .RequireAuthorization(ApprovalsPermissions.Request);
        group.MapGet("/{id}", FindAsync).WithName("GetApproval").WithSummary("One request.")
            .RequireAuthorization(ApprovalsPermissions.Read);
        group.MapPost("/{id}:approve", GrantAsync).WithName("GrantApproval")
            .WithSummary("Grants; the requester himself only where nobody else may.")
            .RequireAuthorization(ApprovalsPermissions.Decide);
        group.MapPost("/{id}:reject", RefuseAsync).WithName("RefuseApproval").WithSummary("Refuses.")
            .RequireAuthorization(ApprovalsPermissions.Decide);
        group.MapPost("/{id}:withdraw", WithdrawAsync).WithName("WithdrawApproval").WithSummary("Takes back.")
            .RequireAuthorization(ApprovalsPermissions.Read);
    }

    private static async Task<Results<Ok<ListPage<ApprovalView>>, ProblemResult>> ListAsync(
        [AsParameters] ListQuery query, IApprovalsFacade facade, CancellationToken cancel) =>
        (await facade.ListAsync(query, cancel)).ToHttp();

    private static async Task<Results<Created<ApprovalAnswer>, ProblemResult>> RequestAsync(
        RequestApproval command, IApprovalsFacade facade, CancellationToken cancel) =>
        (await facade.RequestAsync(command, cancel)).ToCreated(a => $"/api/v1/approvals/{a.Id}");

    private static async Task<Results<Ok<ApprovalView>, ProblemResult>> FindAsync(
        string id, IApprovalsFacade facade, CancellationToken cancel) =>
        ApprovalId.TryParse(id, out var known)
            ? (await facade.FindAsync(known, cancel)).ToHttp()
            : new ProblemResult(Missing);

    private static async Task<Results<Ok<ApprovalAnswer>, ProblemResult>> GrantAsync(
        string id, GrantApproval command, IApprovalsFacade facade, CancellationToken cancel) =>
        ApprovalId.TryParse(id, out var known)
            ? (await facade.GrantAsync(known, command, cancel)).ToHttp()
            : new ProblemResult(Missing);

    private static async Task<Results<Ok<ApprovalAnswer>, ProblemResult>> RefuseAsync(
        string id, EndApproval command, IApprovalsFacade facade, CancellationToken cancel) =>
        ApprovalId.TryParse(id, out var known)
            ? (await facade.RefuseAsync(known, command, cancel)).ToHttp()
            : new ProblemResult(Missing);

    private static async Task<Results<Ok<ApprovalAnswer>, ProblemResult>> WithdrawAsync(
        string id, EndApproval command, IApprovalsFacade facade, CancellationToken cancel) =>
        ApprovalId.TryParse(id, out var known)
            ? (await facade.WithdrawAsync(known, command, cancel)).ToHttp()
            : new ProblemResult(Missing);
}
