using System.Management.Automation;

namespace JobDraftsPS.Tests.Support;

/// <summary>Rows as Import-Csv gives them: custom objects with a property a column.</summary>
internal static class Rows
{
    public static PSObject Of(params (string Column, object? Value)[] cells)
    {
        var row = new PSObject();
        foreach (var (column, value) in cells)
        {
            row.Properties.Add(new PSNoteProperty(column, value));
        }

        return row;
    }

    /// <summary>A row of OpenTrain draft <c>j</c>.</summary>
    public static PSObject Draft(string column, object? value) => Of(("jobId", "j"), (column, value));

    /// <summary>A row of a TEXTKING job.</summary>
    public static PSObject TranslationJob(string column, object? value) =>
        Of(("projectId", StubServices.ProjectId), ("jobId", StubServices.TextKingJobId), (column, value));
}
