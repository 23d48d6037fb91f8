namespace JobDraftsPS.Benchmarks.Reporting;

/// <summary>Findings as a Markdown table.</summary>
internal static class FindingTable
{
    public static void Write(TextWriter output, IEnumerable<Finding> findings)
    {
        output.WriteLine("| Promise | Bar | Measured | Held |");
        output.WriteLine("| --- | --- | --- | --- |");
        foreach (var finding in findings)
        {
            output.WriteLine($"| {finding.Promise} | {finding.Bar} | {finding.Measured} | {(finding.IsHeld ? "yes" : "**no**")} |");
        }
    }
}
