using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Audit;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Storage.Events;
using Portal.Tests;

namespace Portal.Grains.Tests.Audit;

/// <summary>The log on a real database.</summary>
public sealed class AuditPortal : TestPortal
{
    public AuditQueries Queries => Services.GetRequiredService<AuditQueries>();

    public AuditExporter Exporter => Services.GetRequiredService<AuditExporter>();

    public static CallContext Call(Principal principal) => new(principal, Guid.CreateVersion7());

    /// <summary>Writes that models of these names were created.</summary>
    public async Task CreatedAsync(Principal principal, params string[] names)
    {
        var rows = names.Select(name => new NewEvent(
            Guid.CreateVersion7(), "model.created", 1, "model.created", new JsonObject { ["name"] = name })
        {
            ObjectType = "model",
            ObjectId = name,
        });
        await Cell.Events.AppendAsync(
            new(principal, "made/up/model/x", 0, [.. rows]) { CorrelationId = Guid.CreateVersion7() },
            CancellationToken.None);
        Clock.Advance(TimeSpan.FromSeconds(1));
    }

    /// <summary>The whole file of an export.</summary>
    public async Task<string> ExportAsync(Principal principal, string format)
    {
        var export = await Exporter.BeginAsync(Call(principal), AuditFilter.All, format, CancellationToken.None);
        using var file = new MemoryStream();
        await export.OrThrow().WriteAsync(file, CancellationToken.None);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    protected override void Configure(IServiceCollection services)
    {
        var configuration = new ConfigurationBuilder().Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddPortalGrains(configuration);
    }
}
