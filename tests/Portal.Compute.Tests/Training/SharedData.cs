namespace Portal.Compute.Tests.Training;

/// <summary>Real files beside the repository, where they are present.</summary>
internal static class SharedData
{
    public static string? Find(string file)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Portal.sln")))
            {
                var path = Path.Combine(at.FullName, "..", "shared", "data", file);
                return File.Exists(path) ? path : null;
            }
        }

        return null;
    }
}
