using System.Collections.Concurrent;
using System.Reflection;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Runtime;

/// <summary>
/// Makes the <see cref="Result{T}"/> that a grain method would have answered, for filters that refuse.
/// </summary>
internal static class Refusal
{
    private static readonly ConcurrentDictionary<MethodInfo, Func<Error, object>> Makers = new();

    /// <summary>A refusal in the shape of <paramref name="method"/>'s answer, which is a Task of a Result.</summary>
    public static object Of(MethodInfo method, Error error) => Makers.GetOrAdd(method, Make)(error);

    private static Func<Error, object> Make(MethodInfo method)
    {
        var answer = method.ReturnType.GenericTypeArguments is [{ IsGenericType: true } result]
            && result.GetGenericTypeDefinition() == typeof(Result<>)
                ? result.GenericTypeArguments[0]
                : throw new InvalidOperationException($"{method.Name} does not answer with a Task of a Result.");
        return typeof(Refusal).GetMethod(nameof(Wrap), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(answer).CreateDelegate<Func<Error, object>>();
    }

    private static object Wrap<T>(Error error) => (Result<T>)error;
}
