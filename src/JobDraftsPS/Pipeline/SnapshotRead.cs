using JobDraftsPS.Core.Calls;

namespace JobDraftsPS.Pipeline;

/// <summary>What must be read before a row can be asked about.</summary>
/// <param name="Service">The service that it is read from.</param>
/// <param name="TargetKey">Names the target among all targets.</param>
/// <param name="Read">Reads it.</param>
internal sealed record SnapshotRead(JobService Service, string TargetKey, Func<CallContext, Task<object>> Read);
