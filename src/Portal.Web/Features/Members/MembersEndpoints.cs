using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Grains.Tenants;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge;
using Portal.Web.Edge.Access;
using Portal.Web.Edge.Calls;
using Portal.Web.Edge.Errors;
using Portal.Web.Edge.Identity;
using Portal.Web.Edge.Tenants;

namespace Portal.Web.Features.Members;

/// <summary>Services and endpoints of this feature.</summary>
internal static class MembersEndpoints
{
    public static void AddMembers(this IServiceCollection services) =>
        services.AddScoped<IMembersFacade, MembersFacade>();

    public static void MapMembers(this IEndpointRouteBuilder routes)
    {
        var members = routes.MapApi("members");
        members.MapGet("/", ListAsync).RequireAuthorization(TenantsPermissions.ReadMembers)
            .WithName("ListMembers").WithSummary("Who belongs to the workspace.");
        members.MapPatch("/{id}", ChangeRoleAsync).RequireAuthorization(TenantsPermissions.ManageMembers)
            .WithName("ChangeMemberRole").WithSummary("Gives a member another role.");
        members.MapDelete("/{id}", RemoveAsync).RequireAuthorization(TenantsPermissions.ManageMembers)
            .WithName("RemoveMember").WithSummary("Ends a membership with its sessions and keys.");

        var invitations = routes.MapApi("invitations");
        invitations.MapGet("/", InvitationsAsync).RequireAuthorization(TenantsPermissions.ReadMembers)
            .WithName("ListInvitations").WithSummary("Invitations that wait.");
        invitations.MapPost("/", InviteAsync).RequireAuthorization(TenantsPermissions.InviteMembers)
            .WithName("Invite").WithSummary("Invites somebody; the answer has the link to hand on, this once.");
        invitations.MapDelete("/{id}", RevokeAsync).RequireAuthorization(TenantsPermissions.InviteMembers)
            .WithName("RevokeInvitation").WithSummary("Takes back an invitation.");
        routes.MapPost("/api/v1/invitations:accept", AcceptAsync).AllowAnonymous().WithTags("invitations")
            .WithName("AcceptInvitation").WithSummary("Becomes a member by an invitation's token.");
    }

    private static async Task<Results<Ok<ListResponse<MemberView>>, ProblemResult>> ListAsync(
        IMembersFacade facade, CancellationToken cancel) =>
        (await facade.ListAsync(cancel)).Map(m => new ListResponse<MemberView>(m)).ToHttp();

    private static async Task<Results<Ok<ListResponse<InvitationView>>, ProblemResult>> InvitationsAsync(
        IMembersFacade facade, CancellationToken cancel) =>
        (await facade.InvitationsAsync(cancel)).Map(i => new ListResponse<InvitationView>(i)).ToHttp();

    private static async Task<Results<NoContent, ProblemResult>> ChangeRoleAsync(
        UserId id, RoleRequest request, IMembersFacade facade, CancellationToken cancel) =>
        RoleName.TryRead(request.Role, out var role)
            ? (await facade.ChangeRoleAsync(id, role, cancel)).ToNoContent()
            : new ProblemResult(RoleFault.Of(request.Role));

    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(
        UserId id, IMembersFacade facade, CancellationToken cancel) =>
        (await facade.RemoveAsync(id, cancel)).ToNoContent();

    private static async Task<Results<Created<InviteResponse>, ProblemResult>> InviteAsync(
        InviteRequest request, IMembersFacade facade, TenantQueries queries, ICaller caller, HttpContext context)
    {
        if (!RoleName.TryRead(request.Role, out var role))
        {
            return new ProblemResult(RoleFault.Of(request.Role));
        }

        var made = await facade.InviteAsync(request.Email, role, context.RequestAborted);
        var slug = made.Ok ? await SlugAsync(queries, caller, context) : string.Empty;
        return made
            .Map(m => new InviteResponse(
                m.Id, m.ExpiresAt, m.Token, m.Token is { } token ? JoinUrl(context, slug, token) : null))
            .ToCreated(m => $"/api/v1/invitations/{m.Id}");
    }

    private static async Task<Results<NoContent, ProblemResult>> RevokeAsync(
        InvitationId id, IMembersFacade facade, CancellationToken cancel) =>
        (await facade.RevokeInvitationAsync(id, cancel)).ToNoContent();

    private static async Task<Results<Created<AcceptResponse>, ProblemResult>> AcceptAsync(
        AcceptRequest request, InvitationService invitations, Doors doors, HttpContext context)
    {
        if (doors.Knock(context) is { } refusal)
        {
            return new ProblemResult(refusal);
        }

        var joined = await invitations.JoinAsync(
            request.Token, request.Name, request.Password, context.Origin(), context.RequestAborted);
        return joined
            .Map(j => new AcceptResponse(
                j.User, j.Tenant, j.Slug, Root(context) + TenantPath.Of(j.Slug) + "/sign-in"))
            .ToCreated(_ => "/api/v1/me");
    }

    private static async Task<string> SlugAsync(TenantQueries queries, ICaller caller, HttpContext context)
    {
        var call = await caller.BeginAsync(context.RequestAborted);
        return await queries.SlugAsync(call.Principal, context.RequestAborted);
    }

    private static string JoinUrl(HttpContext context, string slug, string token) =>
        $"{Root(context)}{TenantPath.Of(slug)}/join?token={token}";

    private static string Root(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";
}
