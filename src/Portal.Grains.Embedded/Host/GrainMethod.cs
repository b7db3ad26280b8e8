using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Orleans;

namespace Portal.Grains.Embedded;

/// <summary>One method of a grain interface, compiled once for the process.</summary>
internal sealed class GrainMethod
{
    private static readonly ConcurrentDictionary<MethodInfo, GrainMethod> Known = new();

    private readonly ConcurrentDictionary<Type, MethodInfo> _implementations = new();
    private readonly ReturnShape _shape;

    private GrainMethod(MethodInfo method)
    {
        Method = method;
        Interface = method.DeclaringType!;
        InterfaceName = Interface.FullName ?? Interface.Name;
        Timeout = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;
        var parameters = method.GetParameters();
        TokenIndex = Array.FindLastIndex(parameters, x => x.ParameterType == typeof(CancellationToken));
        if (method.IsGenericMethod || parameters.Any(x => x.ParameterType.IsByRef))
        {
            throw new NotSupportedException($"{InterfaceName}.{method.Name} is generic or has ref parameters.");
        }

        _shape = ReturnShape.Of(method.ReturnType)
            ?? throw new NotSupportedException($"{InterfaceName}.{method.Name} must return a Task or ValueTask.");
        InvokeAsync = Compile(method, parameters, _shape.Await);
    }

    public MethodInfo Method { get; }

    public Type Interface { get; }

    public string InterfaceName { get; }

    public TimeSpan? Timeout { get; }

    /// <summary>The position of the cancellation token, or -1.</summary>
    public int TokenIndex { get; }

    /// <summary>Calls the method on a target and awaits the answer; null where there is none.</summary>
    public Func<object, object?[], Task<object?>> InvokeAsync { get; }

    public static GrainMethod Of(MethodInfo method) => Known.GetOrAdd(method, static x => new GrainMethod(x));

    public Completion NewCompletion() => _shape.NewCompletion();

    public MethodInfo ImplementedBy(Type grainClass) => _implementations.GetOrAdd(grainClass, x =>
    {
        var map = x.GetInterfaceMap(Interface);
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, Method)];
    });

    private static Func<object, object?[], Task<object?>> Compile(
        MethodInfo method,
        ParameterInfo[] parameters,
        MethodInfo awaiting)
    {
        var target = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var call = Expression.Call(
            Expression.Convert(target, method.DeclaringType!),
            method,
            parameters.Select((x, i) => Expression.Convert(
                Expression.ArrayIndex(arguments, Expression.Constant(i)),
                x.ParameterType)));
        return Expression.Lambda<Func<object, object?[], Task<object?>>>(
            Expression.Call(awaiting, call),
            target,
            arguments).Compile();
    }
}
