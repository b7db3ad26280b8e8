using System.Globalization;
using System.IO.Pipelines;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Compute.Inference;
using Portal.Compute.Inference.Protocol;
using Portal.Grains.Runtime;
using Portal.Grains.Serving.Capture;
using Portal.Grains.Serving.Routing;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Serving.Gateway;

/// <summary>
/// Answers requests for predictions from the models in this node's memory. Another tenant's endpoint is not found, as
/// one that does not exist.
/// </summary>
public sealed class InferenceGateway
{
    private const int EndpointLengthMax = 63;
    private readonly PermissionGate _permissions;
    private readonly RouteTable _routes;
    private readonly TenantGates _gates;
    private readonly CaptureChannel _capture;
    private readonly ServingOptions _options;
    private readonly ProtocolLimits _limits;
    private readonly TimeProvider _clock;
    private readonly ILogger<InferenceGateway> _logger;

    internal InferenceGateway(
        PermissionGate permissions, RouteTable routes, TenantGates gates, CaptureChannel capture,
        IOptions<ServingOptions> options, TimeProvider clock, ILogger<InferenceGateway> logger)
    {
        (_permissions, _routes, _gates, _capture) = (permissions, routes, gates, capture);
        (_options, _clock, _logger) = (options.Value, clock, logger);
        _limits = new() { RowsMax = _options.RowsMax, BodyBytesMax = _options.BodyBytesMax };
    }

    /// <summary>
    /// Predicts. Refused are unknown endpoints, wrong bodies (with the input and row), more than may run at a time, and
    /// what takes longer than the deadline.
    /// </summary>
    public async Task<Result<InferenceAnswer>> PredictAsync(
        Principal principal, InferenceCall call, PipeReader body, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(body);
        var started = _clock.GetTimestamp();
        var found = await FindAsync(principal, call.Endpoint, call.Version, cancel);
        if (!found.Ok)
        {
            return found.Error;
        }

        var asked = new Asked(principal, call, found.Value.Route, found.Value.Model, started);
        if (await RequestBody.ReadAsync(body, _options.BodyBytesMax, cancel) is not { } bytes)
        {
            return Refuse(asked, OutcomeClass.Refused, ServingErrors.TooLarge(_options.BodyBytesMax));
        }

        if (await _gates.EnterAsync(principal, cancel) is not { } turn)
        {
            return Refuse(asked, OutcomeClass.Limited, ServingErrors.TooMany);
        }

        try
        {
            return Answer(asked, bytes.Span, cancel);
        }
        finally
        {
            turn.Leave();
        }
    }

    /// <summary>What answers at an endpoint.</summary>
    public async Task<Result<EndpointDescription>> DescribeAsync(
        Principal principal, string endpoint, string? version, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var found = await FindAsync(principal, endpoint, version, cancel);
        return found.Map(f => new EndpointDescription(
            f.Route, version is null ? f.Route.Targets.MaxBy(t => t.Weight).Model : f.Model));
    }

    private async Task<Result<Found>> FindAsync(
        Principal principal, string endpoint, string? version, CancellationToken cancel)
    {
        var name = endpoint.Length <= EndpointLengthMax ? endpoint : "-";
        if (await _permissions.CheckAsync(principal, ServingPermissions.Predict, "endpoint", name, cancel)
            is { } refusal)
        {
            return refusal;
        }

        var found = await RouteAsync(principal, endpoint, cancel);
        if (!found.Ok)
        {
            return found.Error;
        }

        var route = found.Value;

        var model = version is null
            ? route.Next()
            : int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? route.Find(number)
                : null;
        return model is null ? ServingErrors.VersionNotFound : new Found(route, model);
    }

    // Between the commit of a first revision and this node's next look, a caller may be ahead of the snapshot.
    private async Task<Result<Route>> RouteAsync(Principal principal, string endpoint, CancellationToken cancel)
    {
        var started = _clock.GetTimestamp();
        while (true)
        {
            var next = _routes.NextAsync(principal.Region);
            var snapshot = _routes.Of(principal.Region);
            if (snapshot.Routes.TryGetValue((principal.Tenant, endpoint), out var route))
            {
                return route;
            }

            if (!snapshot.Pending.Contains((principal.Tenant, endpoint)))
            {
                return ServingErrors.NotFound;
            }

            var left = _options.LoadingWait - _clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                return ServingErrors.Loading;
            }

            await next.WaitAsync(left, _clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private Result<InferenceAnswer> Answer(Asked asked, ReadOnlySpan<byte> body, CancellationToken cancel)
    {
        var runner = asked.Model.Runner;
        var request = asked.Call.Form is InferenceForm.Rows
            ? RowsReader.TryRead(body, runner.Signature, _limits, out var fault)
            : OpenInferenceReader.TryRead(body, runner.Signature, _limits, out fault);
        if (request is null)
        {
            return Refuse(asked, OutcomeClass.Refused, ServingErrors.Of(fault!));
        }

        using var deadline = new CancellationTokenSource(_options.Deadline, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        try
        {
            var result = runner.Run(request.Batch, either.Token);
            Remember(asked, OutcomeClass.Answered, request.Batch, result);
            return new InferenceAnswer(
                asked.Call, asked.Model, asked.Route.Revision.Revision, request, result, PublicId.New(_clock));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Refuse(asked, OutcomeClass.Failed, ServingErrors.Deadline);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            ServingLog.PredictionBroke(_logger, e, asked.Model.Key.Model.ToString(), asked.Model.Key.Version);
            return Refuse(asked, OutcomeClass.Failed, ServingErrors.Broken);
        }
    }

    private Result<InferenceAnswer> Refuse(Asked asked, OutcomeClass outcome, Error error)
    {
        Remember(asked, outcome, null, null);
        return error;
    }

    private void Remember(Asked asked, OutcomeClass outcome, InferenceBatch? batch, InferenceResult? result)
    {
        var revision = asked.Route.Revision;
        _capture.Offer(new(
            asked.Principal.Region, asked.Principal.Tenant, revision.Deployment, revision.Revision,
            asked.Model.Key.Model, asked.Model.Key.Version, asked.Model.Runner.Signature, _clock.GetUtcNow(),
            _clock.GetElapsedTime(asked.Started).TotalMilliseconds, outcome, batch, result));
    }

    private sealed record Found(Route Route, LoadedModel Model);

    private sealed record Asked(Principal Principal, InferenceCall Call, Route Route, LoadedModel Model, long Started);
}
