using System.Management.Automation;
using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Binding;

/// <summary>Reads piped objects as rows of a plan. What is wrong with one becomes a finding, so that all are named at once.</summary>
internal static class PlanRows
{
    public static PlanInput Read(PSObject given, int number)
    {
        var input = new PlanInput { Row = number };
        Row row;
        try
        {
            row = RowReader.Read(given, number);
        }
        catch (JobDraftsApiException refused)
        {
            input.IsUnreadable = true;
            input.Problems.Add(Error(number, null, "BadRow", refused.Message));
            return input;
        }

        input.Service = row.Service;
        input.ProjectId = row.ProjectId;
        input.JobId = row.JobId;
        input.Clear = row.Clear;
        input.Validation = row.Validation;
        input.Cells = row.Cells.Select(cell => new KeyValuePair<string, object?>(cell.Key, PlainValue.Deep(cell.Value))).ToArray();
        if (row.Operation is { } word)
        {
            input.Operation = PlanInputReader.FindOperation(word);
            if (input.Operation is null)
            {
                input.Problems.Add(Error(number, "operation", "BadValue", $"'{word}' is not one of {string.Join(", ", Enum.GetNames(typeof(PlanOperation)))}."));
            }
        }

        return input;
    }

    private static PlanFinding Error(int row, string? column, string code, string message) =>
        new() { Row = row, Column = column, Severity = PlanSeverity.Error, Code = code, Message = message };
}
