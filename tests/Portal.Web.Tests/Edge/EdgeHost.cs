using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Web.Hosting;

namespace Portal.Web.Tests.Edge;

/// <summary>
/// The portal without databases: two workspaces in the directory, one of them in a region not run here.
/// </summary>
public sealed class EdgeHost : WebApplicationFactory<WebOptions>
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"portal-edge-{Guid.NewGuid():N}");

    /// <summary>A client that follows nothing.</summary>
    public HttpClient Browser()
    {
        var client = CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost") });
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Portal:Data", _data);
        builder.UseSetting("Portal:Database", "Host=127.0.0.1;Port=1;Username=nobody");
        builder.UseSetting("Portal:Migrate", "false");
        builder.UseSetting("Portal:RegionUrls:mars", "https://mars.example");
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<IHostedService>();
            services.AddSingleton<ITenantDirectory, Directory>();
            services.AddSingleton<ICells, Cells>();
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (System.IO.Directory.Exists(_data))
        {
            System.IO.Directory.Delete(_data, recursive: true);
        }
    }

    private sealed class Directory : ITenantDirectory
    {
        public Task<DirectoryEntry?> FindAsync(string slug, CancellationToken cancel) =>
            Task.FromResult(slug switch
            {
                "acme" => new DirectoryEntry(slug, new TenantId(Guid.NewGuid()), new RegionCode("ae-north")),
                "far" => new DirectoryEntry(slug, new TenantId(Guid.NewGuid()), new RegionCode("mars")),
                _ => null,
            });

        public Task<bool> ReserveAsync(DirectoryEntry entry, CancellationToken cancel) =>
            throw new NotSupportedException();

        public Task ConfirmAsync(TenantId tenant, CancellationToken cancel) => throw new NotSupportedException();

        public Task ReleaseAsync(TenantId tenant, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<DirectoryEntry>> PendingAsync(
            RegionCode region, DateTimeOffset before, CancellationToken cancel) => throw new NotSupportedException();
    }

    private sealed class Cells : ICells
    {
        public IReadOnlyList<ICell> All => [];

        public ICell Of(RegionCode region) => throw new NotSupportedException();

        public bool Has(RegionCode region) => region.Value != "mars";
    }
}
