using System.Reflection;

namespace Portal.Grains.Embedded;

/// <summary>How one of the four allowed return types is awaited, and made for the caller.</summary>
internal sealed record ReturnShape(MethodInfo Await, Func<Completion> NewCompletion)
{
    public static ReturnShape? Of(Type type)
    {
        if (type == typeof(Task))
        {
            return new(Method(nameof(AwaitTask)), () => new Completion<object?>(x => x));
        }

        if (type == typeof(ValueTask))
        {
            return new(Method(nameof(AwaitValueTask)), () => new Completion<object?>(x => new ValueTask(x)));
        }

        if (!type.IsGenericType)
        {
            return null;
        }

        var definition = type.GetGenericTypeDefinition();
        var make = definition == typeof(Task<>) ? nameof(OfTask)
            : definition == typeof(ValueTask<>) ? nameof(OfValueTask)
            : null;
        return make is null ? null : (ReturnShape?)Method(make, type.GetGenericArguments()).Invoke(null, null);
    }

    private static ReturnShape OfTask<T>() =>
        new(Method(nameof(AwaitTaskOf), typeof(T)), () => new Completion<T>(x => x));

    private static ReturnShape OfValueTask<T>() =>
        new(Method(nameof(AwaitValueTaskOf), typeof(T)), () => new Completion<T>(x => new ValueTask<T>(x)));

    private static async Task<object?> AwaitTask(Task task)
    {
        await task;
        return null;
    }

    private static async Task<object?> AwaitTaskOf<T>(Task<T> task) => await task;

    private static async Task<object?> AwaitValueTask(ValueTask task)
    {
        await task;
        return null;
    }

    private static async Task<object?> AwaitValueTaskOf<T>(ValueTask<T> task) => await task;

    private static MethodInfo Method(string name, params Type[] arguments)
    {
        var method = typeof(ReturnShape).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;
        return arguments.Length == 0 ? method : method.MakeGenericMethod(arguments);
    }
}
