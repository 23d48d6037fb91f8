namespace JobDraftsPS.Core.Calls;

/// <summary>Keeps for a later run what lists held before creates added to them.</summary>
public interface ICreateJournal
{
    /// <summary>The ids of what earlier runs created.</summary>
    IReadOnlyList<string> Created { get; }

    /// <summary>The ids that a list had before an earlier run first added to it; null when no run did.</summary>
    /// <param name="scope">Names the list among all lists of the account.</param>
    IReadOnlyList<string>? KnownBefore(string scope);

    /// <summary>Writes down what a list holds before the first create adds to it, and ends when that is on disk.</summary>
    /// <param name="service">The service.</param>
    /// <param name="account">The credential at its host, by a hash.</param>
    /// <param name="scope">Names the list among all lists of the account.</param>
    /// <param name="ids">The ids of its entries.</param>
    /// <exception cref="JobDraftsApiException">It cannot be written; nothing may be created.</exception>
    Task WriteKnownAsync(JobService service, string account, string scope, string[] ids);
}
