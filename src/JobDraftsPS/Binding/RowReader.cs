using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Binding;

/// <summary>
/// Reads rows, hashtables, records and ids. Anything else is refused by name: a process or a PowerShell job has properties that look
/// like a job's.
/// </summary>
internal static class RowReader
{
    private static readonly Dictionary<string, string> TargetColumns =
        new[] { "service", "projectid", "jobid", "id", "clear", "operation" }.ToDictionary(name => name, FieldNameComparer.Instance);

    /// <summary>Reads one piped object.</summary>
    /// <exception cref="JobDraftsApiException">It is no job, or a cell that names the target is wrong.</exception>
    public static Row Read(PSObject input, int? number)
    {
        switch (input.BaseObject)
        {
            case string or Guid:
                return new Row(number, input.BaseObject) { JobId = input.BaseObject.ToString()!.Trim() };
            case JobRecord record:
                // Only who it is: a record brings all its fields along, and none of them was meant as an edit.
                return new Row(number, input)
                {
                    Service = record.Service,
                    ProjectId = (record as TranslationJob)?.ProjectId,
                    JobId = record.JobId,
                    Title = record.Title,
                    Validation = record.Validation,
                };
            case PublishedJobChange change:
                return new Row(number, input) { Service = JobService.OpenTrain, JobId = change.JobId };
            case TranslationProject project:
                return new Row(number, input) { Service = JobService.TextKing, ProjectId = project.ProjectId, Title = project.Name };
            case TranslationCallback callback:
                return new Row(number, input) { Service = JobService.TextKing, ProjectId = callback.ProjectId, JobId = callback.JobId, CallbackId = callback.CallbackId };
            case IDictionary dictionary:
                return FromCells(input, number, dictionary.Cast<DictionaryEntry>().Select(entry => new KeyValuePair<string, object?>(entry.Key.ToString()!, entry.Value)));
            case PSCustomObject:
                return FromCustom(input, number);
            default:
                throw NotAJob(input.BaseObject.GetType().FullName!);
        }
    }

    /// <summary>The text of a cell that is no field.</summary>
    /// <exception cref="JobDraftsApiException">It holds something else; the message names the column.</exception>
    public static string Text(KeyValuePair<string, object> cell, JobService service) => Cell(cell.Key, cell.Value, FieldValues.Text, service);

    private static Row FromCustom(PSObject input, int? number)
    {
        List<PSPropertyInfo> properties = [.. input.Properties];

        // A row has notes and nothing else; what came back from a file or another process has the properties that its type had. Only for
        // it is the name of the type asked: the engine remembers every object whose names were, and each collection of the memory goes
        // through all of them.
        if (properties.Exists(property => property.MemberType != PSMemberTypes.NoteProperty))
        {
            if (DeserializedInput.IsOther(input))
            {
                throw NotAJob(DeserializedInput.TypeNameOf(input));
            }

            if (DeserializedInput.IsRecord(input))
            {
                return FromCells(input, number, DeserializedInput.Identity(input), isDeserialized: true);
            }
        }

        return FromCells(input, number, properties.Where(property => property.IsGettable).Select(property => new KeyValuePair<string, object?>(property.Name, property.Value)));
    }

    private static JobDraftsApiException NotAJob(string typeName) =>
        LocalErrors.NotAJob($"A {typeName} is not a job.", "Pipe rows (Import-Csv), hashtables, job ids, or records of this module.");

    private static Row FromCells(object source, int? number, IEnumerable<KeyValuePair<string, object?>> properties, bool isDeserialized = false)
    {
        string? service = null, projectId = null, jobId = null, id = null, operation = null;
        IReadOnlyList<string> clear = [];
        var cells = new List<KeyValuePair<string, object>>();
        foreach (var property in properties)
        {
            var value = PlainValue.Unwrap(property.Value);
            if (FieldValues.IsNotGiven(value))
            {
                continue;
            }

            TargetColumns.TryGetValue(property.Key, out var column);
            switch (column)
            {
                case "service": service = Cell(property.Key, value!, ServiceWord); break;
                case "projectid": projectId = Cell(property.Key, value!, Word); break;
                case "jobid": jobId = Cell(property.Key, value!, Word); break;
                case "id": id = Cell(property.Key, value!, Word); break;
                case "clear": clear = Cell(property.Key, value!, FieldValues.TextList); break;
                case "operation": operation = Cell(property.Key, value!, Word); break;
                default: cells.Add(new(property.Key, value!)); break;
            }
        }

        return new Row(number, source)
        {
            Service = service is null ? null : ReadService(service),
            ProjectId = projectId,
            JobId = jobId ?? id,
            Operation = operation,
            Clear = clear,
            Cells = cells,
            IsDeserialized = isDeserialized,
        };
    }

    private static string Word(object value) => (value is Enum ? value.ToString()! : FieldValues.Text(value)).Trim();

    /// <summary>A record's service is a value of our own; ConvertTo-Json writes it as its number.</summary>
    private static string ServiceWord(object value) => value switch
    {
        JobService service => ServiceRegistry.NameOf(service),
        int or long => ServiceRegistry.NameOf((JobService)Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
        _ => Word(value),
    };

    private static T Cell<T>(string column, object value, Func<object, T> read, JobService? service = null)
    {
        try
        {
            return read(value);
        }
        catch (FieldValueException wrong)
        {
            throw LocalErrors.BadValue(service, $"Column '{column}': {wrong.Message}.");
        }
    }

    private static JobService ReadService(string name) => ServiceRegistry.Find(name)?.Id
        ?? throw LocalErrors.BadValue(null, $"Column 'service': '{name}' is not one of {ServiceRegistry.Names}.");
}
