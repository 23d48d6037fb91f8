using System.Globalization;

namespace JobDraftsPS.Core.Journal;

/// <summary>Says how to do what a run has left.</summary>
public static class ResumeAdvice
{
    /// <summary>How to go on with the plan of one journal.</summary>
    /// <param name="command">The command that applies plans.</param>
    /// <param name="planFile">The file of the plan; null where it came from none.</param>
    /// <param name="journal">The journal; null where there is none.</param>
    /// <param name="continueAt">When the quota that rows wait for is free again; null where none waits.</param>
    public static string OfPlan(string command, string? planFile, string? journal, DateTimeOffset? continueAt) => journal is null
        ? $"Make the plan anew and apply it{When(continueAt)}: without -JournalPath nothing remembers which rows are done."
        : Again([CommandLine(command, planFile, journal)], isPlan: true, continueAt);

    /// <summary>The commands to run once more.</summary>
    internal static string Again(IEnumerable<string> commandLines, bool isPlan, DateTimeOffset? continueAt) =>
        $"Run {string.Join("; ", commandLines)} again{When(continueAt)}, with the same {(isPlan ? "plan and parameters" : "input")}.";

    internal static string CommandLine(string command, string? planFile, string journal) =>
        $"{command}{(planFile is null ? string.Empty : $" -Path {Quoted(planFile)}")} -JournalPath {Quoted(journal)}";

    private static string When(DateTimeOffset? at) => at is { } moment ? string.Format(CultureInfo.InvariantCulture, " after {0:yyyy-MM-dd HH:mm:ss} UTC", moment.UtcDateTime) : string.Empty;

    private static string Quoted(string path) => $"'{path.Replace("'", "''")}'";
}
