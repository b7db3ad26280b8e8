using System.Globalization;
using Portal.Compute.Numerics;

namespace Portal.Compute.Data;

/// <summary>One customer of the churn population.</summary>
internal sealed record ChurnSample(
    string Id,
    string Region,
    string Plan,
    string Contract,
    string Payment,
    bool IsSenior,
    int Tenure,
    double Monthly,
    double? Total,
    int Calls,
    double Probability,
    bool Churned)
{
    public const string Header =
        "customer_id, region,plan , contract,payment_method,senior,tenure_months,monthly_charges,total_charges,"
        + "support_calls,churned";

    private static readonly string[] Regions = ["Abu Dhabi", "Dubai", "Sharjah", "Ajman", "Fujairah"];
    private static readonly string[] Plans = ["Basic", "Standard", "Premium"];
    private static readonly string[] Contracts = ["Month-to-month", "One year", "Two year"];
    private static readonly string[] Payments = ["Card", "Bank transfer", "Cash", "Wallet"];
    private static readonly double[] ContractEffect = [1.5, -0.5, -1.8];
    private static readonly double[] PaymentEffect = [0, -0.4, 0.8, 0.2];

    public static IEnumerable<ChurnSample> Rows(int rows, ulong seed, double drift)
    {
        var random = new SplitMix64(seed);
        for (var i = 0; i < rows; i++)
        {
            yield return Draw(ref random, i, drift);
        }
    }

    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Id}, {Region},{Plan} , {Contract},{Payment},{(IsSenior ? 1 : 0)},{Tenure},{Monthly:0.00},"
        + $"{(Total is null ? " " : Total.Value.ToString("0.00", CultureInfo.InvariantCulture))},{Calls},"
        + $"{(Churned ? "Yes" : "No")}");

    private static ChurnSample Draw(ref SplitMix64 random, int index, double drift)
    {
        var region = SampleDraw.Choose(ref random, [0.3, 0.35, 0.2, 0.1, drift >= 0.5 ? 0.15 * drift : 0]);
        var plan = SampleDraw.Choose(ref random, [0.4, 0.4, 0.2 + (0.3 * drift)]);
        var contract = SampleDraw.Choose(ref random, [0.5 + (0.6 * drift), 0.25, 0.25]);
        var payment = SampleDraw.Choose(ref random, [0.4, 0.25, 0.2, 0.15 + (0.5 * drift)]);
        var isSenior = random.NextDouble() < 0.16;
        var tenure = (int)Math.Min(72, -Math.Log(1 - random.NextDouble()) * 26 * (1 - (0.5 * drift)));
        var monthly = Math.Round(
            Math.Clamp(30 + (25 * plan) + (12 * random.NextNormal()) + (18 * drift), 15, 160), 2);
        double? total = tenure == 0 ? null : Math.Round(monthly * tenure * (0.95 + (0.1 * random.NextDouble())), 2);
        var calls = SampleDraw.Poisson(ref random, 1.2 + (1.2 * drift));

        // High charges weigh more on short contracts: something for trees to find.
        var score = -1.5 + ContractEffect[contract] + PaymentEffect[payment] + (isSenior ? 0.5 : 0)
            - (0.055 * (tenure - 20)) + (0.025 * (monthly - 50) * (contract == 0 ? 1.4 : 0.5)) + (0.6 * (calls - 1.2));
        var probability = 1 / (1 + Math.Exp(-score));
        var letters = (char)('A' + random.NextBelow(26));
        return new ChurnSample(
            string.Create(CultureInfo.InvariantCulture, $"{1000 + random.NextBelow(9000)}-{letters}{index:D7}"),
            Regions[region],
            Plans[plan],
            Contracts[contract],
            Payments[payment],
            isSenior,
            tenure,
            monthly,
            total,
            calls,
            probability,
            random.NextDouble() < probability);
    }
}
