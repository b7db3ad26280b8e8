namespace Portal.Compute.Data;

/// <summary>What one column may cost while profiling, so that wide files stay within the same memory.</summary>
internal readonly record struct ProfileBudget(int DistinctMax, int SampleMax, int DateSampleMax)
{
    private const int DistinctInAll = 400_000;
    private const int SamplesInAll = 4_000_000;

    public static ProfileBudget For(int columns) => new(
        Math.Clamp(DistinctInAll / columns, 200, 2_000),
        Math.Clamp(SamplesInAll / columns, 500, 10_000),
        Math.Clamp(SamplesInAll / columns / 4, 500, 10_000));
}
