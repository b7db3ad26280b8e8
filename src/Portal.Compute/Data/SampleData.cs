using System.Text;

namespace Portal.Compute.Data;

/// <summary>Writes realistic generated data as CSV, with the dirt of real files; same seed, same bytes.</summary>
/// <remarks>
/// <c>drift</c> from 0 to 1 moves the distributions of some inputs, brings in a new category from 0.5 on, and leaves
/// the relation between inputs and target as it is; 0 is the population that models are trained on.
/// </remarks>
public static class SampleData
{
    private const int LinesPerWrite = 500;

    /// <summary>
    /// Customers who stay or leave: target "churned" (Yes, No; about a third Yes). The true probabilities rank the
    /// outcomes with an AUC of about 0.87, so that a good model reaches about 0.85. Headers and values carry spaces,
    /// "total_charges" is blank for new customers, "customer_id" is an identifier.
    /// </summary>
    public static Task WriteChurnAsync(
        Stream output, int rows, ulong seed, double drift = 0, CancellationToken cancellationToken = default) =>
        WriteAsync(
            output, ChurnSample.Header, ChurnSample.Rows(rows, seed, drift).Select(r => r.ToLine()), cancellationToken);

    /// <summary>House prices: target "price", a number; an unavoidable error of about 8 %.</summary>
    public static Task WriteHousesAsync(
        Stream output, int rows, ulong seed, double drift = 0, CancellationToken cancellationToken = default) =>
        WriteAsync(output, HouseSample.Header, HouseSample.Lines(rows, seed, drift), cancellationToken);

    /// <summary>Parcels: target "outcome", one of on time, late, returned.</summary>
    public static Task WriteParcelsAsync(
        Stream output, int rows, ulong seed, double drift = 0, CancellationToken cancellationToken = default) =>
        WriteAsync(output, ParcelSample.Header, ParcelSample.Lines(rows, seed, drift), cancellationToken);

    private static async Task WriteAsync(
        Stream output, string header, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        var pending = new StringBuilder(header).Append('\n');
        foreach (var chunk in lines.Chunk(LinesPerWrite))
        {
            foreach (var line in chunk)
            {
                pending.Append(line).Append('\n');
            }

            await output.WriteAsync(Encoding.UTF8.GetBytes(pending.ToString()), cancellationToken);
            pending.Clear();
        }

        await output.WriteAsync(Encoding.UTF8.GetBytes(pending.ToString()), cancellationToken);
        await output.FlushAsync(cancellationToken);
    }
}
