using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Approvals;

/// <summary>A request as lists and pages show it. Status: pending, granted, refused, withdrawn.</summary>
public sealed record ApprovalView
{
    public required ApprovalId Id { get; init; }
    public required ModelId Model { get; init; }
    public required string ModelName { get; init; }
    public required int Version { get; init; }
    public required string Environment { get; init; }
    public required string ArtifactSha256 { get; init; }
    public required string Status { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public required string RequestedBy { get; init; }
    public required string Note { get; init; }
    public required ImmutableSortedDictionary<string, double> Metrics { get; init; }
    public Gate? Gate { get; init; }
    public GateOutcome? Outcome { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public string? Mode { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public string? DecidedBy { get; init; }
    public string? Comment { get; init; }
}

/// <summary>Reads requests for approval.</summary>
public sealed class ApprovalQueries(ICells cells, PermissionGate gate)
{
    private const string Select =
        """
        select a.approval_id, a.model_id, m.name, a.version, a.environment, a.artifact_sha256, a.status, a.requested_at,
            a.requested_by, a.note, a.metrics, a.gate, a.outcome, a.expires_at, a.mode, a.decided_at, a.decided_by,
            a.comment
        from approvals a join models m on m.tenant_id = a.tenant_id and m.model_id = a.model_id
        """;

    /// <summary>Requests, newest first; the filter finds a model's name, or exactly a status.</summary>
    public async Task<Result<ListPage<ApprovalView>>> ListAsync(
        Principal principal, ListQuery query, CancellationToken cancel)
    {
        if (await CheckAsync(principal, "-", cancel) is { } refusal)
        {
            return refusal;
        }

        var rows = await Database(principal).QueryAsync(
            principal.Tenant,
            new(
                $"""
                {Select} where a.approval_id < $1 and (m.name ilike $2 or a.status = $3)
                order by a.approval_id desc limit $4
                """,
                query.Before, query.Pattern, query.Filter ?? string.Empty, query.Take + 1),
            Read,
            cancel);
        return ListPage<ApprovalView>.Cut(rows, query.Take, a => a.Id.Value.ToString("N"));
    }

    /// <summary>One request.</summary>
    public async Task<Result<ApprovalView>> FindAsync(Principal principal, ApprovalId id, CancellationToken cancel)
    {
        if (await CheckAsync(principal, id.ToString(), cancel) is { } refusal)
        {
            return refusal;
        }

        var found = await Database(principal).FindAsync(
            principal.Tenant, new($"{Select} where a.approval_id = $1", id.Value), Read, cancel);
        return found is null ? ApprovalErrors.NotFound : found;
    }

    /// <summary>All requests for one version of a model, newest first.</summary>
    public async Task<Result<IReadOnlyList<ApprovalView>>> OfVersionAsync(
        Principal principal, ModelId model, int version, CancellationToken cancel) =>
        await CheckAsync(principal, "-", cancel) is { } refusal
            ? refusal
            : Result<IReadOnlyList<ApprovalView>>.Of(await Database(principal).QueryAsync(
                principal.Tenant,
                new($"{Select} where a.model_id = $1 and a.version = $2 order by a.approval_id desc",
                    model.Value, version),
                Read,
                cancel));

    private static ApprovalView Read(NpgsqlDataReader row) => new()
    {
        Id = new(row.GetGuid(0)),
        Model = new(row.GetGuid(1)),
        ModelName = row.GetString(2),
        Version = row.GetInt32(3),
        Environment = row.GetString(4),
        ArtifactSha256 = row.GetString(5),
        Status = row.GetString(6),
        RequestedAt = row.GetFieldValue<DateTimeOffset>(7),
        RequestedBy = row.GetString(8),
        Note = row.GetString(9),
        Metrics = Json<ImmutableSortedDictionary<string, double>>(row, 10)
            ?? ImmutableSortedDictionary<string, double>.Empty,
        Gate = Json<Gate>(row, 11),
        Outcome = Json<GateOutcome>(row, 12),
        ExpiresAt = row.GetFieldValue<DateTimeOffset>(13),
        Mode = Text(row, 14),
        DecidedAt = row.IsDBNull(15) ? null : row.GetFieldValue<DateTimeOffset>(15),
        DecidedBy = Text(row, 16),
        Comment = Text(row, 17),
    };

    private static string? Text(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static T? Json<T>(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? default : JsonSerializer.Deserialize<T>(row.GetString(column), PortalJson.Options);

    private Task<Error?> CheckAsync(Principal principal, string id, CancellationToken cancel) =>
        gate.CheckAsync(principal, ApprovalsPermissions.Read, "approval", id, cancel);

    private ITenantDatabase Database(Principal principal) => cells.Of(principal.Region).Database;
}
