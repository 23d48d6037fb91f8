namespace JobDraftsPS.Core.Calls;

/// <summary>What was read of a job and is not its record.</summary>
internal interface IOfJob
{
    /// <summary>The job that the answer names.</summary>
    string JobId { get; }
}
