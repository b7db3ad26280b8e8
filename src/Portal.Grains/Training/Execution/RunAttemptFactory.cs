using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Training.Execution;

/// <summary>Makes attempts with what they need.</summary>
internal sealed class RunAttemptFactory(
    GrainGateway gateway,
    ITrainingWorker worker,
    ModelStore models,
    IOptions<TrainingPoolOptions> options,
    TimeProvider clock,
    ILogger<AttemptRun> logger)
{
    public AttemptRun Create(ICell cell, CallContext call, RunId run, RunAttempt attempt) =>
        new(gateway, worker, models, options.Value, clock, logger, new AttemptContext(cell, call, run, attempt));
}

/// <summary>Which attempt of which run.</summary>
internal sealed record AttemptContext(ICell Cell, CallContext Call, RunId Run, RunAttempt Attempt);
