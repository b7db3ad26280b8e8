using System.Diagnostics;
using System.Globalization;
using Portal.Tests.Client;

namespace Portal.Benchmarks;

/// <summary>
/// The whole life over the API on real files: from the first byte of the upload to the first prediction, and the area
/// under the ROC curve that the product reports for ten seeds, each on the 20 % of rows that its run set aside.
/// </summary>
internal static class LifeVerb
{
    private static readonly (string File, string Target, double Goal, double SecondsGoal)[] Cases =
    [
        ("telco_churn.csv", "Churn", 0.83, 30),
        ("adult_income.csv", "income", 0.92, 60),
        ("german_credit.csv", "Result", 0.75, 20),
    ];

    public static async Task<int> RunAsync(string[] options, CancellationToken cancel)
    {
        var folder = AucVerb.Option(options, "--data")
            ?? Path.Combine(Variable("PORTAL_ROOT"), "..", "shared", "data");
        var seeds = int.Parse(AucVerb.Option(options, "--seeds") ?? "10", CultureInfo.InvariantCulture);
        var data = Directory.CreateTempSubdirectory("portal-bench-").FullName;
        var reached = true;
        await using (var portal = new PortalProcess(
            Variable("PORTAL_APP"), data, Variable("PORTAL_TEST_DATABASE"), "bench"))
        {
            Console.WriteLine($"ready in {(await portal.StartAsync(cancel)).TotalSeconds:F1} s");
            foreach (var (file, target, goal, secondsGoal) in Cases)
            {
                var path = Path.Combine(folder, file);
                if (!File.Exists(path))
                {
                    Console.WriteLine($"{file}: not in {folder}, skipped");
                    continue;
                }

                reached &= await MeasureAsync(portal.Root, path, target, (goal, secondsGoal), seeds, cancel);
            }
        }

        Directory.Delete(data, recursive: true);
        return reached ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(
        string root, string path, string target, (double Area, double Seconds) goal,
        int seeds, CancellationToken cancel)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var life = new Life(
            root, name.Replace('_', '-'), "eu-west", await File.ReadAllBytesAsync(path, cancel), target);
        await life.SignUpAsync(cancel);
        var watch = Stopwatch.StartNew();
        await life.UploadAsync(cancel);
        await life.TrainAsync(1, cancel);
        foreach (var (_, run) in life.Steps.Skip(3))
        {
            await run(cancel);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        List<double> areas = [await life.MetricAsync("roc-auc", cancel)];
        for (var seed = 2; seed <= seeds; seed++)
        {
            await life.TrainAsync(seed, cancel);
            await life.WaitForModelAsync(cancel);
            areas.Add(await life.MetricAsync("roc-auc", cancel));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: upload to first prediction {seconds:F1} s (under {goal.Seconds}); "
            + $"ROC AUC mean {areas.Average():F4} "
            + $"(at least {goal.Area}): "
            + $"{string.Join(' ', areas.Select(a => a.ToString("F4", CultureInfo.InvariantCulture)))}"));
        return seconds < goal.Seconds && areas.Average() >= goal.Area;
    }

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"{name} is not set. Start this by ./portal bench life.");
}
