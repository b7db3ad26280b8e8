using System.Diagnostics;
using System.Globalization;
using Portal.Compute.Training;

namespace Portal.Benchmarks;

/// <summary>
/// Trains with the product's defaults on real files, ten seeds each, and prints the area under the ROC curve on the
/// hold-out rows that each seed sets aside.
/// </summary>
internal static class AucVerb
{
    private static readonly (string File, string Target, double Goal)[] Cases =
    [
        ("telco_churn.csv", "Churn", 0.83),
        ("adult_income.csv", "income", 0.92),
        ("german_credit.csv", "Result", 0.75),
    ];

    public static async Task<int> RunAsync(string[] options, CancellationToken cancellationToken)
    {
        var folder = Option(options, "--data") ?? "../shared/data";
        var seeds = int.Parse(Option(options, "--seeds") ?? "10", CultureInfo.InvariantCulture);
        var reached = true;
        foreach (var (file, target, goal) in Cases)
        {
            var path = Path.Combine(folder, file);
            if (!File.Exists(path))
            {
                Console.WriteLine($"{file}: not in {folder}, skipped");
                continue;
            }

            reached &= await MeasureAsync(path, target, goal, seeds, cancellationToken);
        }

        return reached ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(
        string path, string target, double goal, int seeds, CancellationToken cancellationToken)
    {
        var read = Stopwatch.StartNew();
        var (table, request) = await TrainingFile.OpenAsync(path, target, cancellationToken);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(path)}: {table.RowCount} rows, profiled and read in {read.Elapsed.TotalSeconds:F2} s"));
        var areas = new List<double>();
        var seconds = new List<double>();
        for (var seed = 1; seed <= seeds; seed++)
        {
            var watch = Stopwatch.StartNew();
            var outcome = Trainer.Train(table, request with { Seed = seed }, null, cancellationToken);
            seconds.Add(watch.Elapsed.TotalSeconds);
            if (outcome is not TrainingOutcome.Trained { Model.Report: var report })
            {
                Console.WriteLine($"  refused: {outcome}");
                return false;
            }

            areas.Add(report.HoldOut.Binary!.RocAuc);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  seed {seed,2}: AUC {areas[^1]:F4}, rounds {report.BestRound,4}, {seconds[^1]:F2} s, "
                + $"graph within {report.Proof.MaxDifference:G2}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  mean AUC {areas.Average():F4} (goal {goal:F2}), mean time {seconds.Average():F2} s"));
        return areas.Average() >= goal;
    }

    internal static string? Option(string[] options, string name)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? options[at + 1] : null;
    }
}
