namespace JobDraftsPS.Commands;

/// <summary>Where the pages of the help can be read online: <c>Get-Help -Online</c> opens the cmdlet's own.</summary>
internal static class HelpPages
{
    /// <summary>The folder of the pages.</summary>
    public const string At = "https://github.com/jobdraftsps/JobDraftsPS/blob/main/docs/en-US/";
}
