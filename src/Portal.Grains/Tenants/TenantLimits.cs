namespace Portal.Grains.Tenants;

/// <summary>Bounds of what a tenant's state holds and of what is handed out.</summary>
public static class TenantLimits
{
    /// <summary>Days until an invitation expires.</summary>
    public const int InvitationDays = 7;

    /// <summary>Days until a key expires where its maker says nothing.</summary>
    public const int KeyDaysDefault = 90;

    /// <summary>The most days until a key expires.</summary>
    public const int KeyDaysMax = 365;

    /// <summary>Open invitations at a time.</summary>
    public const int InvitationsMax = 100;

    /// <summary>Keys that were not revoked.</summary>
    public const int KeysMax = 200;

    /// <summary>Members by plan.</summary>
    public static int MembersMax(Plan plan) => plan switch
    {
        Plan.Smb => 25,
        Plan.Enterprise => 1000,
    };
}
