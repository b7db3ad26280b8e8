using Portal.Tenancy.Access;

namespace Portal.Web.Edge.Access;

/// <summary>
/// Who calls, in a request or in a circuit; scoped. A façade hands the principal to the grain, which checks it again.
/// </summary>
public interface IPrincipalAccessor
{
    /// <summary>The caller; null when nobody is signed in, or he belongs to another tenant than the address.</summary>
    ValueTask<Principal?> FindAsync();

    /// <summary>The caller, behind a page or endpoint that lets nobody else in.</summary>
    async ValueTask<Principal> GetAsync() =>
        await FindAsync() ?? throw new InvalidOperationException("Nobody is signed in here.");
}
