namespace Portal.Web.Ui.Shell;

/// <summary>What the frame around every page shows: the workspace's name, who is signed in, and as what.</summary>
public sealed record ShellInfo(string Workspace, string? Person, string? Role);
