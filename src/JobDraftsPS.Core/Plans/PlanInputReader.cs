using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Services;
using JobDraftsPS.Core.Sheets;

namespace JobDraftsPS.Core.Plans;

/// <summary>Takes the columns out of a sheet's row that name the job and the operation; the others are fields.</summary>
public static class PlanInputReader
{
    /// <summary>Reads one row. What is wrong with it becomes a finding.</summary>
    public static PlanInput Read(SheetRow row)
    {
        var input = new PlanInput { Row = row.Number };
        if (row.Problem is { } problem)
        {
            input.Problems.Add(Finding(row.Number, null, PlanCodes.BadRow, problem + "."));
        }

        var cells = new List<KeyValuePair<string, object?>>(row.Cells.Count);
        string? id = null;
        foreach (var cell in row.Cells)
        {
            switch (FieldSet.Key(cell.Key))
            {
                case "service": input.Service = Word(input, cell) is { } service ? Service(input, cell.Key, service) : null; break;
                case "operation": input.Operation = Word(input, cell) is { } operation ? Choose<PlanOperation>(input, cell.Key, operation) : null; break;
                case "projectid": input.ProjectId = Word(input, cell); break;
                case "jobid": input.JobId = Word(input, cell); break;
                case "id": id = Word(input, cell); break;
                case "clear": input.Clear = Names(input, cell); break;
                default: cells.Add(cell); break;
            }
        }

        input.JobId ??= id;
        input.Cells = cells;
        return input;
    }

    /// <summary>The operation of that name in any case; null when there is none.</summary>
    public static PlanOperation? FindOperation(string name) => EnumName.Find<PlanOperation>(name);

    private static string? Word(PlanInput input, KeyValuePair<string, object?> cell)
    {
        if (FieldValues.IsNotGiven(cell.Value))
        {
            return null;
        }

        try
        {
            return FieldValues.Text(cell.Value!).Trim() is { Length: > 0 } word ? word : null;
        }
        catch (FieldValueException wrong)
        {
            input.Problems.Add(Finding(input.Row, cell.Key, PlanCodes.BadValue, wrong.Message + "."));
            return null;
        }
    }

    private static string[] Names(PlanInput input, KeyValuePair<string, object?> cell)
    {
        try
        {
            return FieldValues.IsNotGiven(cell.Value) ? [] : FieldValues.TextList(cell.Value!);
        }
        catch (FieldValueException wrong)
        {
            input.Problems.Add(Finding(input.Row, cell.Key, PlanCodes.BadValue, wrong.Message + "."));
            return [];
        }
    }

    private static T? Choose<T>(PlanInput input, string column, string word)
        where T : struct, Enum
    {
        var found = EnumName.Find<T>(word);
        if (found is null)
        {
            var names = typeof(T).GetEnumNames();
            input.Problems.Add(NotOne(input, column, word, string.Join(", ", names), NearestName.Of(word, names)));
        }

        return found;
    }

    private static JobService? Service(PlanInput input, string column, string word)
    {
        var found = ServiceRegistry.Find(word)?.Id;
        if (found is null)
        {
            input.Problems.Add(NotOne(input, column, word, ServiceRegistry.Names, ServiceRegistry.Nearest(word)));
        }

        return found;
    }

    private static PlanFinding NotOne(PlanInput input, string column, string word, string names, string? nearest) =>
        Finding(input.Row, column, PlanCodes.BadValue, $"'{word}' is not one of {names}{(nearest is null ? "." : $"; did you mean '{nearest}'?")}");

    private static PlanFinding Finding(int row, string? column, string code, string message) =>
        new() { Row = row, Column = column, Severity = PlanSeverity.Error, Code = code, Message = message };
}
