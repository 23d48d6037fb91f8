using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Pipeline;

/// <summary>What is to be done for one row: everything the worker needs, fixed on the pipeline thread.</summary>
internal sealed class Submission
{
    /// <summary>Creates a submission.</summary>
    /// <param name="target">The target as a question names it.</param>
    /// <param name="action">What is done to it, with every field and value.</param>
    /// <param name="key">Names the target among all targets: calls on one run one after another.</param>
    /// <param name="call">Makes the calls and returns the record.</param>
    public Submission(string target, string action, string key, Func<CallLog, CancellationToken, Task<object>> call)
    {
        Target = target;
        Action = action;
        Key = key;
        Call = call;
    }

    public string Target { get; }

    public string Action { get; }

    public string Key { get; }

    public Func<CallLog, CancellationToken, Task<object>> Call { get; }
}
