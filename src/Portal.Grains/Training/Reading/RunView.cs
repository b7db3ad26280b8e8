using Portal.Grains.Keys;

namespace Portal.Grains.Training.Reading;

/// <summary>A run as lists and pages show it.</summary>
public sealed record RunView(RunId Id, RunState State)
{
    /// <summary>Nothing can happen any more.</summary>
    public bool HasEnded => State.HasEnded;
}

/// <summary>A round's figures, or one line of the log; <paramref name="Seq"/> rises by one within a run.</summary>
public sealed record RunProgress(
    int Seq, int Attempt, DateTimeOffset At, int? Round, int? RoundsMax, double? Train, double? Validation,
    string? Line);
