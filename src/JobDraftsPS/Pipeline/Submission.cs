using JobDraftsPS.Core.Calls;

namespace JobDraftsPS.Pipeline;

/// <summary>What is to be done for one row, fixed on the pipeline thread, with the words to ask for it.</summary>
/// <param name="Target">The target as a question names it.</param>
/// <param name="Action">What is done to it, with every field and value.</param>
/// <param name="Call">The write.</param>
internal sealed record Submission(string Target, string Action, JobCall Call)
{
    /// <summary>Why it must not be sent. Work that an earlier run has sent is not refused for what that run has made of it.</summary>
    public JobDraftsApiException? Refusal { get; init; }
}
