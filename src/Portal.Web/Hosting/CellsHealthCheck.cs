using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Tenancy.Regions;

namespace Portal.Web.Hosting;

/// <summary>Whether the database of every cell of this process answers.</summary>
internal sealed class CellsHealthCheck(ICells cells) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        foreach (var cell in cells.All)
        {
            await using var command = cell.SystemDatabase.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
        }

        return HealthCheckResult.Healthy();
    }
}
