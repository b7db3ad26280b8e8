using Npgsql;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;
using Portal.Tenancy.Storage.Blobs;
using Portal.Tenancy.Storage.DueWork;
using Portal.Tenancy.Storage.Events;
using Portal.Tenancy.Storage.Keys;

namespace Portal.Tenancy.Regions;

/// <summary>
/// A region's own world: its database, its blobs, its keys. Everything that is bound to a region hangs here and is
/// reached by <see cref="ICells.Of"/>; none of it is ever a plain singleton.
/// </summary>
public interface ICell
{
    /// <summary>Which region this is.</summary>
    RegionCode Region { get; }

    /// <summary>Tenant-bound access to the cell's database, under row-level security.</summary>
    ITenantDatabase Database { get; }

    /// <summary>Events and what is committed with them.</summary>
    IEventStore Events { get; }

    /// <summary>Work that falls due.</summary>
    IDueWorkQueue DueWork { get; }

    /// <summary>
    /// The second role: look-ups before the tenant is known, due work, log readers. Narrow policies only.
    /// </summary>
    NpgsqlDataSource SystemDatabase { get; }

    /// <summary>Encrypted bytes.</summary>
    IBlobStore Blobs { get; }

    /// <summary>Tenant, object and subject keys.</summary>
    IKeyStore Keys { get; }

    /// <summary>The tenant's log as people read and export it.</summary>
    IAuditReader Audit { get; }
}

/// <summary>The cells that this process runs.</summary>
public interface ICells
{
    /// <summary>All of them, in a fixed order.</summary>
    IReadOnlyList<ICell> All { get; }

    /// <summary>
    /// The cell of a region; throws when this process does not run it (the edge answers 421 before that).
    /// </summary>
    ICell Of(RegionCode region);

    /// <summary>Whether this process runs the cell of <paramref name="region"/>.</summary>
    bool Has(RegionCode region);
}
