using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Tenants;

/// <summary>What a sign-up must fulfil before anything is touched.</summary>
internal sealed class SignUpRules(ICells cells, TermsCatalog terms)
{
    public IReadOnlyList<FieldError> Check(SignUpRequest request)
    {
        var faults = new List<FieldError>();
        faults.AddRange(TenantFaults.Name(request.Workspace, "workspace"));
        faults.AddRange(TenantFaults.Slug(request.Slug));
        faults.AddRange(TenantFaults.Name(request.Name, "name"));
        faults.AddRange(TenantFaults.Email(request.Email));
        faults.AddRange(PasswordRules.Check(request.Password, request.Email, request.Name, request.Slug));
        if (request.Region is null || !cells.Has(new RegionCode(request.Region)))
        {
            faults.Add(new("region-unknown", "Choose one of the regions that this installation has.", "region"));
        }

        foreach (var document in terms.All)
        {
            var accepted = request.Accepted.IsDefault
                ? null
                : request.Accepted.FirstOrDefault(a => a.Document == document.Document);
            if (accepted?.Sha256 != document.Sha256)
            {
                faults.Add(new(
                    accepted is null ? "terms-not-accepted" : "terms-changed",
                    accepted is null
                        ? $"Accept this document: {document.Title}."
                        : $"This document has changed: {document.Title}. Read and accept version {document.Version}.",
                    $"accepted.{document.Document}"));
            }
        }

        return faults;
    }
}
