using JobDraftsPS.Core.Calls;

namespace JobDraftsPS.Pipeline;

/// <summary>What is to be done for one row, fixed on the pipeline thread, with the words to ask for it.</summary>
/// <param name="Target">The target as a question names it.</param>
/// <param name="Action">What is done to it, with every field and value.</param>
/// <param name="Call">The write.</param>
/// <param name="IsGrave">True for what is asked by default although the command as a whole is not.</param>
internal sealed record Submission(string Target, string Action, JobWrite Call, bool IsGrave = false)
{
    /// <summary>What the row stands in line with, where that is more than its own target: work of one line runs in the order of the rows.</summary>
    public string? Line { get; init; }

    /// <summary>The field values before the change as JSON, for the journal; null where they are not known.</summary>
    public string? Before { get; init; }

    /// <summary>Why it must not be sent. Work that an earlier run has sent is not refused for what that run has made of it.</summary>
    public JobDraftsApiException? Refusal { get; init; }
}
