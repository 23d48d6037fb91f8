using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Binding;

/// <summary>
/// Puts together what the parameters, <c>-Field</c>, <c>-Clear</c> and a row say, into one edit. What the command says applies to
/// every row and wins over it; a field that nobody names is not touched.
/// </summary>
internal sealed class EditBinder
{
    private readonly JobService service;
    private readonly FieldSet fields;
    private readonly bool acceptUnknown;
    private readonly List<FieldChange> fromCommand;
    private readonly HashSet<string> decided;
    private readonly HashSet<string> ofRow = new(StringComparer.Ordinal);
    private readonly HashSet<string> toldColumns = new(StringComparer.OrdinalIgnoreCase);
    private bool hasToldDeserialized;

    /// <summary>Reads what the command says.</summary>
    /// <exception cref="JobDraftsApiException">A field is unknown, a value is wrong, or a field is named twice.</exception>
    public EditBinder(JobService service, FieldSet fields, bool acceptUnknown, PSCmdlet command, IDictionary? field, string[]? clear)
    {
        this.service = service;
        this.fields = fields;
        this.acceptUnknown = acceptUnknown;
        fromCommand = [.. FromParameters(command)];
        foreach (DictionaryEntry entry in field ?? new Hashtable())
        {
            var definition = Find(entry.Key.ToString()!);
            var value = PlainValue.Deep(entry.Value);
            fromCommand.Add(value is null ? Cleared(definition) : Changed("-Field {0}", definition.Name, definition, value));
        }

        fromCommand.AddRange((clear ?? []).Select(name => Cleared(Find(name))));
        if (fromCommand.GroupBy(change => change.Field, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } doubled)
        {
            throw LocalErrors.BadValue(service, $"The field '{doubled.Key}' is named twice by parameters, -Field and -Clear.", "Name each field once.");
        }

        decided = new HashSet<string>(fromCommand.Select(change => change.Field), StringComparer.Ordinal);
    }

    /// <summary>The changes that a row and the command ask for together; empty when neither asks for any.</summary>
    /// <param name="row">The row.</param>
    /// <param name="warn">Takes a remark about a column that is no field, once a column.</param>
    /// <exception cref="JobDraftsApiException">A cell is wrong.</exception>
    public IReadOnlyList<FieldChange> Bind(Row row, Action<string> warn)
    {
        var changes = new List<FieldChange>(fromCommand);
        ofRow.Clear();
        if (row.IsDeserialized && !hasToldDeserialized)
        {
            hasToldDeserialized = true;
            warn("A record that came from a file or another process says which job is meant, and no more: values that were changed in it are not sent. Use parameters, -Field, or rows of a sheet.");
        }

        foreach (var cell in row.Cells)
        {
            if (fields.Find(cell.Key) is not { } definition)
            {
                WarnOnce(cell.Key, warn);
            }
            else if (!ofRow.Add(definition.Name))
            {
                RequireSame(changes, definition, cell);
            }
            else if (!decided.Contains(definition.Name))
            {
                changes.Add(Changed("Column '{0}'", cell.Key, definition, PlainValue.Deep(cell.Value)!));
            }
        }

        foreach (var name in row.Clear)
        {
            var definition = Find(name);
            if (!ofRow.Add(definition.Name))
            {
                throw LocalErrors.BadValue(service, $"The row gives the field '{definition.Name}' a value and clears it too.");
            }

            if (!decided.Contains(definition.Name))
            {
                changes.Add(Cleared(definition));
            }
        }

        return changes;
    }

    /// <summary>A record's sheet has a field under two names; they may not say different things.</summary>
    private void RequireSame(List<FieldChange> changes, FieldDefinition field, KeyValuePair<string, object> cell)
    {
        var first = changes.Find(change => change.Field == field.Name);
        if (!decided.Contains(field.Name) && !Equals(first?.Value, Changed("Column '{0}'", cell.Key, field, PlainValue.Deep(cell.Value)!).Value))
        {
            throw LocalErrors.BadValue(service, $"Two columns name the field '{field.Name}', with different values.");
        }
    }

    private IEnumerable<FieldChange> FromParameters(PSCmdlet command)
    {
        // Read at the start of the pipeline, where only the command line has bound anything.
        foreach (var property in command.GetType().GetProperties())
        {
            if (property.GetCustomAttribute<FieldAttribute>() is not null
                && command.MyInvocation.BoundParameters.ContainsKey(property.Name)
                && property.GetValue(command) is { } value
                && !FieldValues.IsNotGiven(value))
            {
                yield return Changed("-{0}", property.Name, Find(property.Name), Single(value));
            }
        }
    }

    /// <summary>A parameter is an array also where one text was given; where the service takes either, one text goes out as one.</summary>
    private static object Single(object value) => value is string[] { Length: 1 } list ? list[0] : value;

    private FieldDefinition Find(string name) => fields.Find(name)
        ?? (acceptUnknown ? new FieldDefinition(name, FieldType.Any) : throw LocalErrors.UnknownField(service, name, fields.Nearest(name)));

    /// <param name="where">How an error names the place, with the name left open.</param>
    /// <param name="name">The name that the value was given under.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    private FieldChange Changed(string where, string name, FieldDefinition field, object value)
    {
        try
        {
            return new FieldChange(field.Name, FieldValues.Read(field, value));
        }
        catch (FieldValueException wrong)
        {
            throw LocalErrors.BadValue(service, $"{string.Format(CultureInfo.InvariantCulture, where, name)}: {wrong.Message}.");
        }
    }

    private FieldChange Cleared(FieldDefinition field) => field.CanClear
        ? new FieldChange(field.Name, null)
        : throw LocalErrors.BadValue(service, $"The field '{field.Name}' cannot be cleared: {service} needs a value there.");

    private void WarnOnce(string column, Action<string> warn)
    {
        if (toldColumns.Add(column))
        {
            var nearest = fields.Nearest(column);
            warn($"Column '{column}' is no field of {service} and is left out{(nearest is null ? "." : $"; did you mean '{nearest}'?")}");
        }
    }
}
