using Microsoft.Extensions.DependencyInjection;
using Portal.Tenancy.Regions;

namespace Portal.Tenancy.Tests;

internal static class ServicesOfTests
{
    public static ICells GetCells(this IServiceProvider services) => services.GetRequiredService<ICells>();
}
