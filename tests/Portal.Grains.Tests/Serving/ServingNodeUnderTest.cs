using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Portal.Grains.Serving;
using Portal.Grains.Serving.Gateway;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Serving;

/// <summary>A running node: its background work is started, and stopped at the end.</summary>
internal sealed class ServingNodeUnderTest : IAsyncDisposable
{
    public const string Row = """{"rows":[{"age":40,"colour":"red"}]}""";
    private readonly ServiceProvider _services;
    private readonly IHostedService[] _running;
    private bool _stopped;

    private ServingNodeUnderTest(ServiceProvider services, IHostedService[] running) =>
        (_services, _running) = (services, running);

    public IServiceProvider Services => _services;

    public InferenceGateway Gateway => _services.GetRequiredService<InferenceGateway>();

    public static async Task<ServingNodeUnderTest> StartAsync(ServiceProvider services, Action<ServingOptions>? set)
    {
        var options = services.GetRequiredService<IOptions<ServingOptions>>().Value;
        options.PollInterval = TimeSpan.FromMilliseconds(50);
        set?.Invoke(options);
        IHostedService[] running = [.. services.GetServices<IHostedService>()];
        foreach (var service in running)
        {
            await service.StartAsync(CancellationToken.None);
        }

        var readiness = services.GetRequiredService<ServingReadiness>();
        await ServingPortal.EventuallyAsync(() => Task.FromResult(readiness.IsReady));
        return new ServingNodeUnderTest(services, running);
    }

    public Task<Result<InferenceAnswer>> PredictAsync(
        Principal principal, string endpoint, string body = Row, InferenceForm form = InferenceForm.Rows,
        string? version = null) => Gateway.PredictAsync(
            principal,
            new InferenceCall(endpoint, form, version),
            PipeReader.Create(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(body))),
            CancellationToken.None);

    public static JsonElement BodyOf(InferenceAnswer answer)
    {
        var body = new ArrayBufferWriter<byte>();
        answer.WriteTo(body);
        return JsonDocument.Parse(body.WrittenMemory).RootElement;
    }

    /// <summary>Stops in an orderly way.</summary>
    public async Task StopAsync()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        foreach (var service in _running.Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
    }
}
