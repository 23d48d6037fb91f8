using System.Management.Automation;
using System.Text.RegularExpressions;

namespace JobDraftsPS.Contrary.Suite;

/// <summary>What a run's errors claim of the rows that they stand for.</summary>
internal static partial class Claims
{
    /// <summary>Errors that say that their row changed nothing.</summary>
    public static int Denials(IEnumerable<ErrorRecord> errors) =>
        errors.Count(error => Outcome(error) is "NotSent" or "Refused" or "Skipped" || Denial().IsMatch(error.ToString()));

    /// <summary>Errors that say that their row was done all the same.</summary>
    public static int Admissions(IEnumerable<ErrorRecord> errors) => errors.Count(error => Outcome(error) == "Applied");

    private static string? Outcome(ErrorRecord error) => error.Exception.GetType().GetProperty("Outcome")?.GetValue(error.Exception)?.ToString();

    [GeneratedRegex("nothing was (changed|sent|made|created|published)", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();
}
