using Portal.Grains;
using Portal.Grains.Workers;
using Portal.Tenancy;
using Portal.Web.Edge;
using Portal.Web.Features;
using Portal.Web.Hosting;
using Portal.Web.Ui;

if (args is ["worker", .. var work])
{
    await using var input = Console.OpenStandardInput();
    await using var output = Console.OpenStandardOutput();
    return await WorkerEntry.RunAsync(work, input, output, Console.Error);
}

var builder = WebApplication.CreateBuilder(args);

builder.AddPortalKestrel();
builder.Services.AddWebOptions(builder.Configuration);
builder.Services.AddPortalTenancy(builder.Configuration);
builder.Services.AddPortalGrains(builder.Configuration);
builder.Services.AddPortalHosting();
builder.Services.AddPortalEdge();
builder.Services.AddPortalUi();
builder.Services.AddPortalFeatures();

var app = builder.Build();

await app.PreparePortalAsync();

app.UsePortalHosting();
app.UsePortalEdge();

app.MapPortalHealth();
app.MapPortalOpenApi();
app.MapPortalFeatures();
app.MapPortalUi();

await app.RunAsync();
return 0;
