using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Datasets.Reading;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Due;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;
using Portal.Tenancy.Storage.Events;
using Portal.Tests;

namespace Portal.Grains.Tests.Datasets;

/// <summary>The grains on a real database, with the clock in hand and due work run when a test asks for it.</summary>
public sealed class DatasetPortal : TestPortal
{
    public DatasetIngest Ingest => Services.GetRequiredService<DatasetIngest>();

    public DatasetRetyping Retyping => Services.GetRequiredService<DatasetRetyping>();

    public DatasetQueries Queries => Services.GetRequiredService<DatasetQueries>();

    public DatasetRows Rows => Services.GetRequiredService<DatasetRows>();

    public UploadBoard Board => Services.GetRequiredService<UploadBoard>();

    private GrainGateway Gateway => Services.GetRequiredService<GrainGateway>();

    public static CallContext Call(Principal principal, string? command = null, long? ifVersion = null) =>
        new(principal, Guid.CreateVersion7()) { CommandId = command, IfVersion = ifVersion };

    public static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));

    public Task<Result<DatasetAdded>> CreateAsync(
        Principal principal, string name, string csv, UploadSettings? settings = null, string? command = null) =>
        Ingest.CreateAsync(
            Call(principal, command), name, settings ?? UploadSettings.None, Csv(csv), CancellationToken.None);

    public Task<Result<T>> CallAsync<T>(
        CallContext call, DatasetId id, Func<IDatasetGrain, Task<Result<T>>> method) =>
        Gateway.CallAsync(call, GrainKeys.Dataset(call.Principal.Tenant, id), method);

    /// <summary>Runs all due work of datasets once.</summary>
    public async Task RunDueAsync()
    {
        var handlers = Services.GetServices<IDueWorkHandler>()
            .Where(h => h.Kind.StartsWith("dataset.", StringComparison.Ordinal));
        foreach (var handler in handlers)
        {
            foreach (var work in await Cell.DueWork.TakeAsync(
                [handler.Kind], 100, TimeSpan.FromMinutes(1), CancellationToken.None))
            {
                await handler.HandleAsync(Cell, work, CancellationToken.None);
                await Cell.DueWork.CompleteAsync(work, CancellationToken.None);
            }
        }
    }

    /// <summary>Files of blobs of a tenant, finished or not.</summary>
    public int BlobFiles(TenantId tenant) => !System.IO.Directory.Exists(Data) ? 0
        : System.IO.Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories)
            .Count(f => f.Contains("/blobs/", StringComparison.Ordinal)
                && f.Contains(tenant.Value.ToString("N"), StringComparison.Ordinal));

    public async Task<long> CountAsync(TenantId tenant, string table) => await Cell.Database.FindAsync(
        tenant, new DbWrite($"select count(*) from {table}"), r => r.GetInt64(0), CancellationToken.None);

    public Task<IReadOnlyList<StoredEvent>> EventsAsync(GrainKey key) =>
        Cell.Events.ReadAsync(key.Tenant, key.ToString(), 0, CancellationToken.None);

    protected override void Configure(IServiceCollection services) =>
        services.AddPortalGrains(new ConfigurationBuilder().Build())
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
                new Dictionary<string, string?> { ["Portal:Datasets:BytesMax"] = "200000000" }).Build());
}
