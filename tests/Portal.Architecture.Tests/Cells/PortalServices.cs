using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Architecture.Tests.Code;

namespace Portal.Architecture.Tests.Cells;

/// <summary>
/// The services that the portal registers: its own entry point is run up to the moment when it builds its host.
/// </summary>
internal static class PortalServices
{
    public static IReadOnlyList<ServiceDescriptor> Registered { get; } = Read();

    private static List<ServiceDescriptor> Read()
    {
        var observer = new HostObserver();
        using var all = DiagnosticListener.AllListeners.Subscribe(observer);
        string[] arguments =
        [
            $"--Portal:Data={Path.Combine(Path.GetTempPath(), "portal-architecture")}",
            "--Portal:Database=Host=localhost;Username=nobody",
        ];
        try
        {
            PortalAssemblies.Web.EntryPoint!.Invoke(null, [arguments]);
        }
        catch (TargetInvocationException e) when (e.InnerException is EnoughException)
        {
            return observer.Services!;
        }

        throw new InvalidOperationException("The portal's entry point built no host.");
    }

    private sealed class HostObserver : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public List<ServiceDescriptor>? Services { get; private set; }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilding", Value: IHostBuilder host })
            {
                host.ConfigureServices((_, services) =>
                {
                    Services = [.. services];
                    throw new EnoughException();
                });
            }
        }

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }

    private sealed class EnoughException : Exception;
}
