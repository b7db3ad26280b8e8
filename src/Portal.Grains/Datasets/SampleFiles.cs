using Portal.Compute.Data;

namespace Portal.Grains.Datasets;

/// <summary>Generated data for the sample workspace; the same seed gives the same bytes.</summary>
public static class SampleFiles
{
    /// <summary>The column of <see cref="ChurnAsync"/> that is worth predicting.</summary>
    public const string ChurnTarget = "churned";

    /// <summary>
    /// Customers who stayed or left, as CSV with the dirt of real files. <paramref name="drift"/> from 0 to 1 says
    /// how far the people have changed.
    /// </summary>
    public static async Task<byte[]> ChurnAsync(int rows, ulong seed, double drift, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        await SampleData.WriteChurnAsync(file, rows, seed, drift, cancel);
        return file.ToArray();
    }
}
