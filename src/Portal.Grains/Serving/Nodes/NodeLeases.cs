using Microsoft.Extensions.Options;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Serving.Nodes;

/// <summary>The rows of serving nodes. Leases run by the database's clock, which all nodes share.</summary>
internal sealed class NodeLeases(ServingNode node, IOptions<ServingOptions> options)
{
    private const string Renew = """
        insert into serving_nodes (node, tier, started_at, lease_until) values ($1, $2, now(), now() + $3)
        on conflict (node) do update set lease_until = excluded.lease_until
        """;

    /// <summary>Shows a sign of life and clears away who has shown none for long.</summary>
    public async Task RenewAsync(ICell cell, CancellationToken cancel)
    {
        await using var batch = cell.SystemDatabase.CreateBatch();
        batch.BatchCommands.Add(new(Renew)
        {
            Parameters =
            {
                new() { Value = node.Name },
                new() { Value = options.Value.Tier },
                new() { Value = options.Value.Lease },
            },
        });
        batch.BatchCommands.Add(new("delete from serving_nodes where lease_until < now() - interval '1 hour'"));
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Gives the lease back.</summary>
    public async Task LeaveAsync(ICell cell, CancellationToken cancel)
    {
        await using var command = cell.SystemDatabase.CreateCommand("delete from serving_nodes where node = $1");
        command.Parameters.Add(new() { Value = node.Name });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The nodes that can be counted on.</summary>
    public static async Task<IReadOnlyList<string>> LiveAsync(ICell cell, CancellationToken cancel)
    {
        await using var command = cell.SystemDatabase.CreateCommand(
            "select node from serving_nodes where lease_until > now() order by node");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var nodes = new List<string>();
        while (await reader.ReadAsync(cancel))
        {
            nodes.Add(reader.GetString(0));
        }

        return nodes;
    }
}
