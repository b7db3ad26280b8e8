using System.Text;
using NpgsqlTypes;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;
using Portal.Tenancy.Storage.Database;
using Portal.Tenancy.Storage.Events;

namespace Portal.Tenancy.Audit;

/// <summary>
/// Builds the statement of a page: only the conditions that the filter names, each value a parameter.
/// </summary>
internal sealed class AuditQuery
{
    private static readonly string[] Order = ["epoch", "xid", "pos"];
    private readonly StringBuilder _sql = new(EventSql.Select);
    private readonly List<object?> _parameters = [];

    public AuditQuery(TenantId tenant, AuditFilter filter)
    {
        _sql.Append(" where tenant_id = ").Append(Add(tenant.Value));
        AndIf(filter.From, at => $"occurred_at >= {Add(at)}");
        AndIf(filter.To, at => $"occurred_at < {Add(at)}");
        AndIf(filter.Decision, decision => $"decision = {Add(decision == Decision.Allow ? "allow" : "deny")}");
        if (filter.Actor is { } actor)
        {
            var parameter = Add(actor);
            And($"(actor_id = {parameter} or on_behalf_of = {parameter})");
        }

        AndEqual("action", filter.Action);
        AndEqual("object_type", filter.ObjectType);
        AndEqual("object_id", filter.ObjectId);
        if (filter.Text is { Length: > 0 } text)
        {
            var parameter = Add($"%{Escape(text)}%");
            And($"""
                (concat_ws(' ', action, type, object_type, object_id, reason) ilike {parameter}
                or convert_from(body, 'UTF8') ilike {parameter})
                """);
        }
    }

    /// <summary>Newest first, before a position.</summary>
    public DbWrite Before(LogPosition? position, int limit)
    {
        if (position is { } before)
        {
            AndPosition('<', before);
        }

        return Ordered("desc", limit);
    }

    /// <summary>Oldest first, after a position, no further than what can't change any more.</summary>
    public DbWrite After(LogPosition position, int limit)
    {
        And("xid < pg_snapshot_xmin(pg_current_snapshot())");
        AndPosition('>', position);
        return Ordered("asc", limit);
    }

    private DbWrite Ordered(string direction, int limit)
    {
        var bound = Add(limit);
        _sql.Append(" order by ").AppendJoin(", ", Order.Select(column => $"{column} {direction}"));
        _sql.Append(" limit ").Append(bound);
        return new DbWrite(_sql.ToString(), [.. _parameters]);
    }

    private void AndPosition(char comparison, LogPosition position)
    {
        var transaction = TenantBatch.Typed(position.Transaction, NpgsqlDbType.Xid8);
        And($"(epoch, xid, pos) {comparison} ({Add(position.Epoch)}, {Add(transaction)}, {Add(position.Row)})");
    }

    private void AndEqual(string column, string? value)
    {
        if (value is not null)
        {
            And($"{column} = {Add(value)}");
        }
    }

    private void AndIf<T>(T? value, Func<T, string> condition)
        where T : struct
    {
        if (value is { } present)
        {
            And(condition(present));
        }
    }

    private void And(string condition) => _sql.Append(" and ").Append(condition);

    private string Add(object value)
    {
        _parameters.Add(value);
        return $"${_parameters.Count}";
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
