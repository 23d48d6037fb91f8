namespace JobDraftsPS.Core.Files;

/// <summary>Where this module remembers what must outlive a process.</summary>
internal static class StateFolder
{
    private const string Variable = "JOBDRAFTS_STATE_PATH";

    /// <summary>The folder of one kind of state; null when none can be made.</summary>
    public static string? Find(string kind)
    {
        try
        {
            var path = Path.Combine(Root(), kind);
            PrivateFile.CreateDirectory(path);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Root()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(given))
        {
            return Path.GetFullPath(given);
        }

        // What is missing is made by us, for the owner alone.
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), "JobDraftsPS");
    }
}
