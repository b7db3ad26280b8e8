using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Models;

/// <summary>A model as lists and pages show it.</summary>
public sealed record ModelView(
    ModelId Id, string Name, string Description, ProblemKind Problem, string Target, int LatestVersion,
    DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset UpdatedAt)
{
    /// <summary>What people sort it by.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>Reads models and versions.</summary>
public sealed class ModelQueries(ICells cells, PermissionGate gate)
{
    private const string Columns =
        "model_id, name, description, problem, target, latest, created_at, created_by, updated_at, tags::text";

    /// <summary>Models, newest first, whose name contains the filter.</summary>
    public async Task<Result<ListPage<ModelView>>> ListAsync(
        Principal principal, ListQuery query, CancellationToken cancel)
    {
        if (await gate.CheckAsync(principal, ModelsPermissions.Read, "model", "-", cancel) is { } refusal)
        {
            return refusal;
        }

        var rows = await Database(principal).QueryAsync(
            principal.Tenant,
            new(
                $"""
                select {Columns} from models
                where model_id < $1 and name ilike $2 order by model_id desc limit $3
                """,
                query.Before, query.Pattern, query.Take + 1),
            Read,
            cancel);
        return ListPage<ModelView>.Cut(rows, query.Take, m => m.Id.Value.ToString("N"));
    }

    /// <summary>One model.</summary>
    public async Task<Result<ModelView>> FindAsync(Principal principal, ModelId id, CancellationToken cancel)
    {
        if (await gate.CheckAsync(principal, ModelsPermissions.Read, "model", id.ToString(), cancel) is { } refusal)
        {
            return refusal;
        }

        var found = await Database(principal).FindAsync(
            principal.Tenant, new($"select {Columns} from models where model_id = $1", id.Value), Read, cancel);
        return found is null ? ModelErrors.NotFound : found;
    }

    /// <summary>All versions of a model, newest first.</summary>
    public async Task<Result<IReadOnlyList<ModelVersion>>> VersionsAsync(
        Principal principal, ModelId id, CancellationToken cancel)
    {
        var model = await FindAsync(principal, id, cancel);
        return model.Ok
            ? Result<IReadOnlyList<ModelVersion>>.Of(await Database(principal).QueryAsync(
                principal.Tenant,
                new("select version from model_versions where model_id = $1 order by number desc", id.Value),
                ReadVersion,
                cancel))
            : model.Error;
    }

    /// <summary>One version.</summary>
    public async Task<Result<ModelVersion>> VersionAsync(
        Principal principal, ModelId id, int number, CancellationToken cancel)
    {
        if (await gate.CheckAsync(principal, ModelsPermissions.Read, "model", id.ToString(), cancel) is { } refusal)
        {
            return refusal;
        }

        var found = await Database(principal).FindAsync(
            principal.Tenant,
            new("select version from model_versions where model_id = $1 and number = $2", id.Value, number),
            ReadVersion,
            cancel);
        return found is null ? ModelErrors.VersionNotFound : found;
    }

    /// <summary>Two versions of a model side by side.</summary>
    public async Task<Result<ModelComparison>> CompareAsync(
        Principal principal, ModelId id, int first, int second, CancellationToken cancel)
    {
        var model = await FindAsync(principal, id, cancel);
        if (!model.Ok)
        {
            return model.Error;
        }

        var before = await VersionAsync(principal, id, first, cancel);
        if (!before.Ok)
        {
            return before.Error;
        }

        var after = await VersionAsync(principal, id, second, cancel);
        return after.Map(a => ModelComparison.Of(model.Value, before.Value, a));
    }

    /// <summary>Where a version comes from. The dataset's name is null once it was deleted.</summary>
    public async Task<Result<ModelLineage>> LineageAsync(
        Principal principal, ModelId id, int number, CancellationToken cancel)
    {
        var found = await VersionAsync(principal, id, number, cancel);
        if (!found.Ok)
        {
            return found.Error;
        }

        var version = found.Value;
        var name = await Database(principal).FindAsync(
            principal.Tenant,
            new("select name from datasets where dataset_id = $1 and deleted_at is null", version.Dataset.Value),
            row => row.GetString(0),
            cancel);
        return new ModelLineage(
            version.Dataset, name, version.DatasetVersion, version.DatasetSha256, version.Run, id, version.Number,
            version.Artifact.Sha256);
    }

    private static ModelView Read(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetString(1), row.GetString(2), Enum.Parse<ProblemKind>(row.GetString(3)),
        row.GetString(4), row.GetInt32(5), row.GetFieldValue<DateTimeOffset>(6), row.GetString(7),
        row.GetFieldValue<DateTimeOffset>(8))
    {
        Tags = JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(
            row.GetString(9), PortalJson.Options)!,
    };

    private static ModelVersion ReadVersion(NpgsqlDataReader row) =>
        JsonSerializer.Deserialize<ModelVersion>(row.GetString(0), PortalJson.Options)!;

    private Tenancy.Storage.ITenantDatabase Database(Principal principal) => cells.Of(principal.Region).Database;
}
