using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Grains.Tenants;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge;
using Portal.Web.Edge.Access;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Features.Keys;

/// <summary>Services and endpoints of this feature.</summary>
internal static class KeysEndpoints
{
    public static void AddKeys(this IServiceCollection services) => services.AddScoped<IKeysFacade, KeysFacade>();

    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapApi("keys");
        keys.MapGet("/", ListAsync).RequireAuthorization(TenantsPermissions.ReadKeys)
            .WithName("ListKeys").WithSummary("Service keys, without their secrets.");
        keys.MapPost("/", CreateAsync).RequireAuthorization(TenantsPermissions.ManageKeys)
            .WithName("CreateKey").WithSummary("Makes a service key; the answer has it, this once.");
        keys.MapDelete("/{id}", RevokeAsync).RequireAuthorization(TenantsPermissions.ManageKeys)
            .WithName("RevokeKey").WithSummary("Revokes a service key; it is dead everywhere within three seconds.");
    }

    private static async Task<Results<Ok<ListResponse<ServiceKeyView>>, ProblemResult>> ListAsync(
        IKeysFacade facade, CancellationToken cancel) =>
        (await facade.ListAsync(cancel)).Map(k => new ListResponse<ServiceKeyView>(k)).ToHttp();

    private static async Task<Results<Created<CreateKeyResponse>, ProblemResult>> CreateAsync(
        CreateKeyRequest request, IKeysFacade facade, CancellationToken cancel)
    {
        if (!RoleName.TryRead(request.Role, out var role))
        {
            return new ProblemResult(RoleFault.Of(request.Role));
        }

        var made = await facade.CreateAsync(request.Name, role, request.Scopes ?? [], request.Days, cancel);
        return made.Map(m => new CreateKeyResponse(m.Id, m.ExpiresAt, m.Text)).ToCreated(m => $"/api/v1/keys/{m.Id}");
    }

    private static async Task<Results<NoContent, ProblemResult>> RevokeAsync(
        ServiceKeyId id, IKeysFacade facade, CancellationToken cancel) =>
        (await facade.RevokeAsync(id, cancel)).ToNoContent();
}
