using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Training.Planning;

/// <summary>The model that a run's version goes to, where it exists already.</summary>
internal sealed record ModelTarget(ModelId Id, ProblemKind Problem, string Column)
{
    /// <summary>By the request's id or name; null when there is none.</summary>
    public static Task<ModelTarget?> FindAsync(
        ICell cell, TenantId tenant, RunRequest request, CancellationToken cancel) => cell.Database.FindAsync(
        tenant,
        request.Model is { } id
            ? new DbWrite(Select + " and model_id = $2", tenant.Value, id.Value)
            : new DbWrite(
                Select + " and project = $2 and lower(name) = lower($3)",
                tenant.Value,
                GrainKeys.DefaultProject,
                request.ModelName),
        row => new ModelTarget(new(row.GetGuid(0)), Enum.Parse<ProblemKind>(row.GetString(1)), row.GetString(2)),
        cancel);

    /// <summary>The model and version that a run has made already, or null.</summary>
    public static Task<RunProduct?> MadeByAsync(ICell cell, TenantId tenant, RunId run, CancellationToken cancel) =>
        cell.Database.FindAsync(
            tenant,
            new DbWrite(
                "select model_id, number from model_versions where tenant_id = $1 and run_id = $2",
                tenant.Value,
                run.Value),
            row => new RunProduct(new(row.GetGuid(0)), row.GetInt32(1)),
            cancel);

    private const string Select = "select model_id, problem, target from models where tenant_id = $1";
}

/// <summary>What a run made.</summary>
internal sealed record RunProduct(ModelId Model, int Version);
