using System.Globalization;

namespace Portal.Campaigns;

/// <summary>What a campaign runs on; the folders and the database come from <c>./portal campaign</c>.</summary>
internal sealed record CampaignSettings(int? Count, int Seed, string App, string Database, string Root)
{
    public static CampaignSettings Read(string[] options)
    {
        int? Number(string name) =>
            Array.IndexOf(options, name) is var at and >= 0 && at + 1 < options.Length
                ? int.Parse(options[at + 1], CultureInfo.InvariantCulture)
                : null;
        return new(
            Number("--n"),
            Number("--seed") ?? Environment.TickCount & 0xffff,
            Required("PORTAL_APP"),
            Required("PORTAL_TEST_DATABASE"),
            Required("PORTAL_ROOT"));
    }

    private static string Required(string name) =>
        Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"{name} is not set. Start this by ./portal campaign NAME.");
}
