namespace Portal.Grains.Approvals;

/// <summary>Where a request stands.</summary>
public enum ApprovalStatus
{
    /// <summary>Nobody decided yet.</summary>
    Pending,

    /// <summary>The version may go to the environment.</summary>
    Granted,

    /// <summary>It may not.</summary>
    Refused,

    /// <summary>Taken back before or after a decision.</summary>
    Withdrawn,
}

/// <summary>How many pairs of eyes a decision needs.</summary>
public enum ReviewMode
{
    /// <summary>The tenant has nobody else who may approve: the requester confirms metrics and consequences.</summary>
    SelfReview,

    /// <summary>Somebody other than the requester decides.</summary>
    FourEyes,
}
