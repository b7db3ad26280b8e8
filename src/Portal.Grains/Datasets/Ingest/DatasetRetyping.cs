using Portal.Grains.Datasets.Reading;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>Corrects types and the subject key: a new version of the same bytes.</summary>
public sealed class DatasetRetyping
{
    private readonly GrainGateway _gateway;
    private readonly ICells _cells;
    private readonly PermissionGate _gate;
    private readonly DatasetQueries _queries;
    private readonly CsvIntake _intake;
    private readonly IngestSlots _slots;

    internal DatasetRetyping(
        GrainGateway gateway,
        ICells cells,
        PermissionGate gate,
        DatasetQueries queries,
        CsvIntake intake,
        IngestSlots slots)
    {
        (_gateway, _cells, _gate) = (gateway, cells, gate);
        (_queries, _intake, _slots) = (queries, intake, slots);
    }

    /// <summary>Statistics of the columns whose type changes are computed anew; nothing is stored twice.</summary>
    public async Task<Result<DatasetAdded>> RetypeAsync(
        CallContext call, DatasetId id, int number, RetypeSettings settings, CancellationToken cancel)
    {
        var principal = call.Principal;
        var denied = await _gate.CheckAsync(
            principal, DatasetsPermissions.Create, "dataset", id.ToString(), cancel);
        if (denied is not null)
        {
            return denied;
        }

        var found = await _queries.VersionAsync(principal, id, number, cancel);
        if (!found.Ok)
        {
            return found.Error;
        }

        var (version, before) = (found.Value.Version, found.Value.Profile);
        var subject = settings.SubjectKey switch
        {
            null => version.SubjectKey,
            "" => null,
            var column => column,
        };
        if (Check(version, settings, subject) is { } wrong)
        {
            return wrong;
        }

        var profile = await ReadAgainAsync(call, version, before, settings, cancel);
        return profile.Ok
            ? await _gateway.CallAsync<IDatasetGrain, DatasetAdded>(
                call,
                GrainKeys.Dataset(principal.Tenant, id),
                g => g.AddVersionAsync(
                    CsvIntake.ContentOf(new(version.Blob, version.Sha256, version.Bytes), profile.Value, subject),
                    cancel))
            : profile.Error;
    }

    private static Error? Check(DatasetVersion version, RetypeSettings settings, string? subject)
    {
        var unknown = settings.Types.Keys.Order(StringComparer.Ordinal).FirstOrDefault(c => !Has(c));
        return unknown is not null ? DatasetErrors.UnknownColumn(unknown)
            : CsvIntake.CheckTypes(settings.Types) is { } wrong ? wrong
            : subject is not null && !Has(subject) ? DatasetErrors.UnknownSubject(subject)
            : null;

        bool Has(string column) => version.Columns.Any(c => c.Name == column);
    }

    private async Task<Result<DatasetProfile>> ReadAgainAsync(
        CallContext call,
        DatasetVersion version,
        DatasetProfile before,
        RetypeSettings settings,
        CancellationToken cancel)
    {
        var changed = settings.Types.RemoveRange(version.Columns
            .Where(c => settings.Types.TryGetValue(c.Name, out var type)
                && ColumnTypeName.Parse(type) == ColumnTypeName.Parse(c.Type))
            .Select(c => c.Name));
        if (changed.IsEmpty)
        {
            return before;
        }

        using var slot = await _slots.TryEnterAsync(cancel);
        if (slot is null)
        {
            return DatasetErrors.Busy;
        }

        var cell = _cells.Of(call.Principal.Region);
        try
        {
            return await _intake.RetypeAsync(
                before,
                changed,
                async c => await DatasetContent.OpenAsync(cell, call.Principal.Tenant, version, c)
                    ?? throw new BlobGoneException(),
                cancel);
        }
        catch (BlobGoneException)
        {
            return DatasetErrors.NotFound;
        }
    }
}
