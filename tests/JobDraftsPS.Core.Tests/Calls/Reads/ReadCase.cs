using JobDraftsPS.Core.Calls;

namespace JobDraftsPS.Core.Tests.Calls.Reads;

/// <summary>One kind of read.</summary>
/// <param name="Name">Names it in the tests.</param>
/// <param name="Service">The service.</param>
/// <param name="ReadAsync">Reads, and gives something that tells a right answer from a wrong one.</param>
internal sealed record ReadCase(string Name, JobService Service, Func<JobDraftConnection, CallContext, Task<string?>> ReadAsync)
{
    public override string ToString() => Name;
}
