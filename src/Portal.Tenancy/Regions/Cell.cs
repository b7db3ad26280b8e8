using Npgsql;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;
using Portal.Tenancy.Storage.Blobs;
using Portal.Tenancy.Storage.Database;
using Portal.Tenancy.Storage.DueWork;
using Portal.Tenancy.Storage.Events;
using Portal.Tenancy.Storage.Keys;

namespace Portal.Tenancy.Regions;

/// <inheritdoc />
internal sealed class Cell : ICell, IAsyncDisposable
{
    private readonly NpgsqlDataSource _tenants;
    private readonly FileKeyStore _keys;
    private readonly FileBlobStore _blobs;

    public Cell(RegionCode region, PortalOptions options, DatabaseNames names, TimeProvider clock)
    {
        var data = Path.GetFullPath(options.Data);
        var database = names.Of(region);
        Region = region;
        _tenants = NpgsqlDataSource.Create(names.App(database));
        SystemDatabase = NpgsqlDataSource.Create(names.System(database));
        _keys = new FileKeyStore(Path.Combine(data, "keys", region.Value));
        _blobs = new FileBlobStore(Path.Combine(data, "blobs", region.Value), _keys, clock);
        var codec = new EventCodec(new PersonalVault(_keys), region, options.Node, clock);
        Database = new TenantDatabase(_tenants);
        Events = new EventStore(_tenants, Database, codec, clock);
        DueWork = new DueWorkQueue(SystemDatabase, options.Node, clock);
        Audit = new AuditReader(Database, codec);
    }

    public RegionCode Region { get; }

    public ITenantDatabase Database { get; }

    public IEventStore Events { get; }

    public NpgsqlDataSource SystemDatabase { get; }

    public IBlobStore Blobs => _blobs;

    public IKeyStore Keys => _keys;

    public IDueWorkQueue DueWork { get; }

    public IAuditReader Audit { get; }

    public Task<int> SweepAsync(CancellationToken cancel) => _blobs.SweepAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await _tenants.DisposeAsync();
        await SystemDatabase.DisposeAsync();
        _keys.Dispose();
    }
}
