using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.TryIt;

/// <summary>What the page of this feature asks for; a test hands it a fake.</summary>
public interface ITryItFacade
{
    /// <summary>The form of an endpoint.</summary>
    Task<Result<TryItForm>> DescribeAsync(string endpoint, CancellationToken cancel);

    /// <summary>Sends a body of the rows form with one row.</summary>
    Task<Result<TryItAnswer>> PredictAsync(string endpoint, string body, CancellationToken cancel);
}
