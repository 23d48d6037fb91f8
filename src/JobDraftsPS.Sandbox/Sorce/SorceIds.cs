using System.Globalization;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>Makes ids. They count up, so that the same calls give the same ids in every run.</summary>
internal sealed class SorceIds(SorceAssumptions assumptions)
{
    private int jobs;
    private int qualifications;
    private int questions;

    public string NextJob() => Id(assumptions.JobIdPrefix, ref jobs);

    public string NextQualification() => Id("qual_", ref qualifications);

    public string NextQuestion() => Id("qst_", ref questions);

    private static string Id(string prefix, ref int count) =>
        prefix + Interlocked.Increment(ref count).ToString("D6", CultureInfo.InvariantCulture);
}
