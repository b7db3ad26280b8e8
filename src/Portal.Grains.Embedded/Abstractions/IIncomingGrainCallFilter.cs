namespace Orleans;

/// <summary>
/// Sees every call to a grain, inside the grain's turn. Registered filters run in order of registration.
/// </summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Handles one call.</summary>
    /// <param name="context">The call; <see cref="IGrainCallContext.Invoke"/> goes on.</param>
    Task Invoke(IIncomingGrainCallContext context);
}
