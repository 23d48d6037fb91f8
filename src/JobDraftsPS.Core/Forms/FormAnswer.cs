using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Services;
using JobDraftsPS.Core.Sheets;

namespace JobDraftsPS.Core.Forms;

/// <summary>One answer of a form, converted to its field's type.</summary>
public sealed class FormAnswer
{
    private FormAnswer(int row) => Row = row;

    /// <summary>The row's place in the form, from 1.</summary>
    public int Row { get; }

    /// <summary>The service.</summary>
    public JobService Service { get; private set; }

    /// <summary>The project, of TEXTKING; null for none.</summary>
    public string? ProjectId { get; private set; }

    /// <summary>The job.</summary>
    public string JobId { get; private set; } = string.Empty;

    /// <summary>The field, by the service's name.</summary>
    public string Field { get; private set; } = string.Empty;

    /// <summary>The value.</summary>
    public object? Value { get; private set; }

    /// <summary>What is wrong with the answer; null for nothing.</summary>
    public string? Problem { get; private set; }

    internal static FormAnswer Read(SheetRow row, IReadOnlyDictionary<string, string> cells)
    {
        string Cell(string name) => cells.TryGetValue(name, out var text) ? text.Trim() : string.Empty;
        var answer = new FormAnswer(row.Number)
        {
            ProjectId = Cell("projectid") is { Length: > 0 } projectId ? projectId : null,
            JobId = Cell("jobid"),
            Field = Cell("field"),
            Problem = row.Problem,
        };
        if (ServiceRegistry.Find(Cell("service")) is not { } service)
        {
            answer.Problem ??= $"Column 'Service': '{Cell("service")}' is not one of {ServiceRegistry.Names}";
            return answer;
        }

        answer.Service = service.Id;
        answer.Problem ??= answer.JobId.Length == 0 ? "The row has no JobId" : answer.Field.Length == 0 ? "The row has no Field" : null;
        if (answer.Problem is null)
        {
            answer.Convert(service.Fields, cells["answer"], Cell("type"), Cell("allowed"));
        }

        return answer;
    }

    private void Convert(FieldSet fields, string text, string type, string allowed)
    {
        var field = (fields.Find(Field) ?? new FieldDefinition(Field, FieldType.Any)).WithType(ToldType.Of(type));
        var values = allowed.Split(';').Select(value => value.Trim()).Where(value => value.Length > 0).ToArray();
        if (values.Length > 0 && field.Type is FieldType.Text or FieldType.Choice or FieldType.TextList or FieldType.TextOrList or FieldType.Any)
        {
            field = field.WithAllowed(values);
        }

        Field = field.Name;
        try
        {
            Value = FieldValues.Read(field, text);
        }
        catch (FieldValueException wrong)
        {
            Problem = $"Column 'Answer' for '{Field}': {wrong.Message}";
        }
    }
}
