using Orleans.Runtime;

namespace Portal.Grains.Embedded;

/// <summary>Says in words why a call was not answered in time.</summary>
internal static class WaitExplanation
{
    // A longer chain than this is a loop that changes while it is read.
    private const int StepsMax = 32;

    public static string Of(GrainCall call, TimeSpan timeout, Func<GrainId, GrainCall?> running)
    {
        var text = $"Response did not arrive on time in {timeout} for {call.Method.InterfaceName}."
            + $"{call.Method.Method.Name} of {call.TargetId}. Call chain: {Chain(call)}.";
        return Cycle(call, running) is { } cycle
            ? $"{text} Deadlock: {string.Join(", which waits for ", cycle)}."
            : text;
    }

    private static string Chain(GrainCall call)
    {
        var calls = new List<string>();
        for (var next = call; next is not null && calls.Count < StepsMax; next = next.Caller)
        {
            calls.Add(next.ToString());
        }

        calls.Reverse();
        return string.Join(" -> ", calls);
    }

    // A call waits for the turn that its target is in; that turn waits for the last call that it sent.
    private static List<GrainCall>? Cycle(GrainCall call, Func<GrainId, GrainCall?> running)
    {
        var steps = new List<GrainCall> { call };
        while (steps.Count < StepsMax)
        {
            var turn = running(steps[^1].TargetId);
            if (turn is null)
            {
                return null;
            }

            if (turn != steps[^1] && Closes(steps, turn))
            {
                return steps;
            }

            if (turn.Outgoing is not { IsCompleted: false } outgoing)
            {
                return null;
            }

            if (Closes(steps, outgoing))
            {
                return steps;
            }
        }

        return null;
    }

    // Leaves only the cycle, without the way that led into it.
    private static bool Closes(List<GrainCall> steps, GrainCall next)
    {
        var start = steps.IndexOf(next);
        steps.Add(next);
        if (start < 0)
        {
            return false;
        }

        steps.RemoveRange(0, start);
        return true;
    }
}
