using Portal.Compute.Training;
using Portal.Compute.Training.Planning;
using Portal.Grains.Datasets;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Training.Planning;

/// <summary>
/// Says what a training would do, from the dataset's profile alone, or everything that stands in its way.
/// </summary>
public sealed class TrainingPlanning(ICells cells, PermissionGate gate)
{
    private const int NameMax = 100;

    /// <summary>The columns of a version and the target that is most likely meant. Null: the newest version.</summary>
    public async Task<Result<TrainingChoice>> ChoicesAsync(
        Principal principal, DatasetId id, int? version, CancellationToken cancel)
    {
        var dataset = await FindAsync(principal, id, version, cancel);
        if (!dataset.Ok)
        {
            return dataset.Error;
        }

        var found = dataset.Value;
        var facts = found.Profile!.ToFacts();
        var possible = TargetSuggestion.Possible(facts, found.Version.SubjectKey);
        return new TrainingChoice(
            id,
            found.Name,
            found.Version.Number,
            found.Version.Rows,
            [.. found.Profile!.Columns.Select(c => new ChoiceColumn(
                c.Name, c.Type, c.Distinct, c.Missing, possible.Contains(c.Name)))],
            TargetSuggestion.Choose(facts, possible));
    }

    /// <summary>The plan, or why there is none: <c>target-not-found</c>, <c>too-few-rows</c> and so on.</summary>
    public async Task<Result<PlannedTraining>> PlanAsync(
        Principal principal, PlanTraining wanted, CancellationToken cancel)
    {
        var dataset = await FindAsync(principal, wanted.Dataset, wanted.Version, cancel);
        if (!dataset.Ok)
        {
            return dataset.Error;
        }

        var found = dataset.Value;
        var outcome = TrainingPlanner.Plan(found.Profile!.ToFacts(), new TrainingRequest
        {
            Target = wanted.Target,
            Columns = wanted.Columns is { IsDefault: false } chosen ? chosen : null,
            SubjectKey = found.Version.SubjectKey,
            Seed = wanted.Seed ?? 1,
        });
        if (outcome is PlanOutcome.Refused(var refusals))
        {
            return Refused(refusals);
        }

        var plan = ((PlanOutcome.Planned)outcome).Plan.ToRunPlan();
        var request = new RunRequest
        {
            Dataset = wanted.Dataset,
            DatasetVersion = found.Version.Number,
            DatasetSha256 = found.Version.Sha256,
            DatasetName = found.Name,
            Target = wanted.Target,
            Columns = wanted.Columns,
            Model = wanted.Model,
            ModelName = wanted.Model is null ? NameOf(wanted, found.Name) : null,
            Seed = plan.Seed,
        };
        return await ModelRefusalAsync(principal, request, plan, cancel) is { } refusal
            ? refusal
            : new PlannedTraining(request, plan);
    }

    private static string NameOf(PlanTraining wanted, string dataset)
    {
        var name = string.IsNullOrWhiteSpace(wanted.ModelName)
            ? $"{wanted.Target} ({dataset})"
            : wanted.ModelName.Trim();
        return wanted.ModelName is null && name.Length > NameMax ? name[..NameMax].TrimEnd() : name;
    }

    private static Invalid Refused(IReadOnlyList<PlanRefusal> refusals) => new(refusals[0].Code, refusals[0].Message)
    {
        Fields =
        [
            .. refusals.Select(r => new FieldError(
                r.Code,
                r.Message,
                r.Code is PlanRefusalCode.ColumnNotFound or PlanRefusalCode.NoUsableColumn ? "columns" : "target",
                Column: r.Column)),
        ],
    };

    private async Task<Error?> ModelRefusalAsync(
        Principal principal, RunRequest request, RunPlan plan, CancellationToken cancel)
    {
        if (request.ModelName is { } name && (name.Length > NameMax || name.Any(char.IsControl)))
        {
            return ModelErrors.BadName;
        }

        var target = await ModelTarget.FindAsync(cells.Of(principal.Region), principal.Tenant, request, cancel);
        return target is null
            ? request.Model is null ? null : ModelErrors.NotFound
            : target.Problem != plan.Problem || target.Column != plan.Target ? ModelErrors.OtherProblem : null;
    }

    private async Task<Result<TrainingDataset>> FindAsync(
        Principal principal, DatasetId id, int? version, CancellationToken cancel)
    {
        foreach (var permission in (string[])[TrainingPermissions.Start, DatasetsPermissions.Read])
        {
            if (await gate.CheckAsync(principal, permission, "dataset", id.ToString(), cancel) is { } refusal)
            {
                return refusal;
            }
        }

        var found = await TrainingDataset.FindAsync(
            cells.Of(principal.Region), principal.Tenant, id, version, cancel);
        return found?.Profile is null ? DatasetErrors.NotFound : found;
    }
}
