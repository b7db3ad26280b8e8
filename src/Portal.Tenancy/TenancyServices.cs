using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.Database;
using Portal.Tenancy.Storage.Migrations;

namespace Portal.Tenancy;

/// <summary>Composes the cells of this process.</summary>
public static class TenancyServices
{
    private static readonly string[] DefaultRegions = ["ae-north", "eu-west"];

    /// <summary>
    /// Registers <see cref="ICells"/> and <see cref="ITenantDirectory"/> from the section
    /// <see cref="PortalOptions.SectionName"/>. Nothing is opened until first use.
    /// </summary>
    public static IServiceCollection AddPortalTenancy(this IServiceCollection services, IConfiguration configuration)
    {
        // The default is put in afterwards because binding appends to a list that is there.
        services.AddOptions<PortalOptions>()
            .Bind(configuration.GetSection(PortalOptions.SectionName))
            .PostConfigure(o => o.Regions = o.Regions.Count == 0 ? DefaultRegions : o.Regions)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddSingleton<DatabasePasswords>();
        services.AddSingleton<DatabaseNames>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<DatabaseSetup>();
        services.AddSingleton<Cells>();
        services.AddSingleton<ICells>(provider => provider.GetRequiredService<Cells>());
        services.AddSingleton<ITenantDirectory, TenantDirectory>();
        var own = typeof(TenancyServices).Assembly;
        services.AddSingleton<IMigrationSource>(
            new EmbeddedMigrations(own, ".Storage.Migrations.cell.", MigrationTarget.Cell));
        services.AddSingleton<IMigrationSource>(
            new EmbeddedMigrations(own, ".Storage.Migrations.directory.", MigrationTarget.Directory));
        return services;
    }

    /// <summary>
    /// Adds the cell migrations that <paramref name="assembly"/> embeds from folders called <c>Migrations</c>:
    /// <c>&lt;EmbeddedResource Include="**/Migrations/*.sql" /&gt;</c>, files <c>NNNN_name.sql</c>.
    /// </summary>
    public static IServiceCollection AddCellMigrations(this IServiceCollection services, Assembly assembly) =>
        services.AddSingleton<IMigrationSource>(
            new EmbeddedMigrations(assembly, ".Migrations.", MigrationTarget.Cell));

    /// <summary>
    /// Makes roles and databases where they are missing, brings them up to date and removes what unfinished uploads
    /// left. To be awaited before the host starts; safe when several nodes do it at once.
    /// </summary>
    public static async Task MigratePortalAsync(this IServiceProvider services, CancellationToken cancel = default)
    {
        await services.GetRequiredService<DatabaseSetup>().RunAsync(cancel);
        await services.GetRequiredService<Cells>().SweepAsync(cancel);
    }
}
