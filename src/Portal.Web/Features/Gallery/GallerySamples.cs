using Portal.Tenancy.Primitives;
using Portal.Web.Ui;
using Portal.Web.Ui.Charts;

namespace Portal.Web.Features.Gallery;

/// <summary>What the gallery draws. Seen in development only.</summary>
internal static class GallerySamples
{
    public const string Curl = """
        curl https://localhost/v2/models/churn/infer \
          -H "Authorization: Bearer $PORTAL_TOKEN" \
          -d '{"rows": [{"tenure": 12, "Contract": "Two year", "MonthlyCharges": 70.35}]}'
        """;

    public static readonly DateTimeOffset Earlier = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);

    public static readonly double[] Trend = [.. Enumerable.Range(0, 24).Select(i => 60 + i * 1.5 + 9 * Math.Sin(i))];

    public static readonly double[] Wave = [.. Enumerable.Range(0, 24).Select(i => 18 + 4 * Math.Sin(i * 0.7))];

    public static readonly Error Refusal = new Conflict("dataset-in-use", "The dataset is being trained on.");

    public static readonly Error Places = new Invalid("csv-invalid", "The file could not be read: 2 faults.")
    {
        Fields =
        [
            new("row-ragged", "20 cells where the header has 21.", Row: 4117),
            new("number-expected", "“n/a” is no number.", Row: 4120, Column: "TotalCharges"),
        ],
    };

    public static readonly SampleRow[] Rows = [.. Enumerable.Range(1, 12).Select(Row)];

    public static readonly string[] Log =
    [
        .. Enumerable.Range(40, 23).Select(i => $"round {i,3}  train-auc 0.8{i + 20}  valid-auc 0.8{i - 18:00}"),
    ];

    public static readonly Step[] Steps = [new("Data", "_gallery"), new("Target"), new("Columns"), new("Plan")];

    public static readonly NamedValue[] Importance =
    [
        new("Contract", 0.412), new("InternetService", 0.163), new("tenure", 0.121), new("TotalCharges", 0.084),
        new("A column with a name that is far too long to fit", 0.051), new("TechSupport", 0.033),
        new("PaymentMethod", 0.021),
    ];

    public static readonly ChartSeries[] Rounds =
    [
        new("Training", [.. Enumerable.Range(1, 100).Select(i => Approach(i, 0.93, 0.2, 18))]),
        new("Validation", [.. Enumerable.Range(1, 100).Select(i => Approach(i, 0.86, 0.14, 14))]),
    ];

    public static readonly ChartSeries[] Roc = [new("Model", [.. Curve(0.28)]), new("Baseline", [.. Curve(0.55)])];

    public static readonly HistogramBin[] Before = Bins(9, 4);

    public static readonly HistogramBin[] Now = Bins(13, 3);

    public static async Task<Result<string>> NeverAsync(CancellationToken cancel)
    {
        await Task.Delay(Timeout.Infinite, cancel);
        return string.Empty;
    }

    public static Task<Result<string>> FailsAsync(CancellationToken cancel) =>
        Task.FromResult<Result<string>>(new Unavailable("database-unavailable", "The database does not answer."));

    public static Task<Result<IReadOnlyList<string>>> EmptyAsync(CancellationToken cancel) =>
        Task.FromResult(((Result<int>)0).Map<IReadOnlyList<string>>(_ => []));

    private static SampleRow Row(int i) => (i % 3) switch
    {
        0 => new($"customer-churn-{i}", "In production", Tone.Success, 0.79 + i * 0.0087, Earlier.AddHours(-i * 17)),
        1 => new($"credit-risk-{i}", "Waiting for approval", Tone.Warning, 0.74 + i * 0.011, Earlier.AddHours(-i * 5)),
        _ => new($"income-{i}", "Failed", Tone.Danger, 0.81 + i * 0.004, Earlier.AddDays(-i)),
    };

    private static ChartPoint Approach(int round, double end, double gap, double pace) =>
        new(round, end - gap * Math.Exp(-round / pace));

    private static IEnumerable<ChartPoint> Curve(double bend) =>
        Enumerable.Range(0, 41).Select(i => new ChartPoint(i / 40.0, Math.Pow(i / 40.0, bend)));

    private static HistogramBin[] Bins(double middle, double width) =>
    [
        .. Enumerable.Range(0, 20).Select(i => new HistogramBin(
            20 + i * 5, 25 + i * 5, Math.Round(900 * Math.Exp(-Math.Pow((i - middle) / width, 2) / 2)))),
    ];
}
