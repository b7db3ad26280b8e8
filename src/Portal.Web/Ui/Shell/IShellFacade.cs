namespace Portal.Web.Ui.Shell;

/// <summary>Tells the frame around every page whose workspace it is and who is in it.</summary>
public interface IShellFacade
{
    /// <summary>What to show; asked once for each circuit.</summary>
    Task<ShellInfo> GetAsync(CancellationToken cancel);
}
