namespace Portal.Compute.Training.Planning;

/// <summary>Chooses the class that a binary model is about.</summary>
internal static class PositiveClassRule
{
    private static readonly HashSet<string> Positive = new(StringComparer.OrdinalIgnoreCase)
    {
        "yes", "y", "true", "t", "positive", "pos", "churned", "churn", "fraud", "default", "up",
    };

    private static readonly HashSet<string> Zeros = new(StringComparer.Ordinal) { "0", "-1", "0.0" };

    /// <summary>A word for yes, 1 beside 0, or "&gt;x" beside "&lt;=x"; else the rarer, else the later.</summary>
    public static string Choose(LevelCount first, LevelCount second)
    {
        var (firstIs, secondIs) = (IsPositive(first.Level, second.Level), IsPositive(second.Level, first.Level));
        if (firstIs != secondIs)
        {
            return firstIs ? first.Level : second.Level;
        }

        return first.Rows < second.Rows ? first.Level : second.Level;
    }

    private static bool IsPositive(string level, string other) =>
        Positive.Contains(level)
        || (level is "1" or "1.0" && Zeros.Contains(other))
        || (level.StartsWith('>') && other.StartsWith('<'));
}
