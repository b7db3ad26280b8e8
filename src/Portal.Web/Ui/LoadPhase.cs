namespace Portal.Web.Ui;

/// <summary>What a <see cref="Loadable{T}"/> shows.</summary>
public enum LoadPhase
{
    /// <summary>Nothing has come yet.</summary>
    Loading,

    /// <summary>It came, and there is nothing in it.</summary>
    Empty,

    /// <summary>It could not be had.</summary>
    Failed,

    /// <summary>Here it is.</summary>
    Data,
}
