using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Edge.Errors;

/// <summary>Results as HTTP answers: the last step of every handler.</summary>
public static class ResultHttp
{
    /// <summary>200 with the value, or the problem.</summary>
    public static Results<Ok<T>, ProblemResult> ToHttp<T>(this Result<T> result) =>
        result.Ok ? TypedResults.Ok(result.Value) : new ProblemResult(result.Error);

    /// <summary>201 with the value and where it now stands, or the problem.</summary>
    public static Results<Created<T>, ProblemResult> ToCreated<T>(this Result<T> result, Func<T, string> location) =>
        result.Ok ? TypedResults.Created(location(result.Value), result.Value) : new ProblemResult(result.Error);

    /// <summary>202 with the value and where the job can be watched, or the problem.</summary>
    public static Results<Accepted<T>, ProblemResult> ToAccepted<T>(this Result<T> result, Func<T, string> location) =>
        result.Ok ? TypedResults.Accepted(location(result.Value), result.Value) : new ProblemResult(result.Error);

    /// <summary>204, or the problem.</summary>
    public static Results<NoContent, ProblemResult> ToNoContent<T>(this Result<T> result) =>
        result.Ok ? TypedResults.NoContent() : new ProblemResult(result.Error);
}
