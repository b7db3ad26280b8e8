using Portal.Grains.Tenants;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.SignUp;

/// <summary>What the sign-up page asks for.</summary>
public interface ISignUpFacade
{
    /// <summary>Regions of this installation.</summary>
    IReadOnlyList<RegionView> Regions { get; }

    /// <summary>What is to be accepted.</summary>
    IReadOnlyList<TermsDocument> Terms { get; }

    /// <summary>Opens the workspace and signs its owner in; the address of its first page.</summary>
    Task<Result<string>> SignUpAsync(SignUpRequest request, HttpContext context);
}
