namespace Portal.Grains.Tenants;

/// <summary>Plans as tables and JSON carry them.</summary>
internal static class PlanName
{
    /// <summary>The name of a plan.</summary>
    public static string Of(Plan plan) => plan switch
    {
        Plan.Smb => "smb",
        Plan.Enterprise => "enterprise",
    };
}
