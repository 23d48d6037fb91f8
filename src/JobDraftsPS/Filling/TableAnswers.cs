using System.Collections;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Filling;

/// <summary>Answers from a table by field; the same ones for every draft.</summary>
internal sealed class TableAnswers : IAnswers
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> unused = new(StringComparer.Ordinal);

    public TableAnswers(IDictionary table)
    {
        foreach (DictionaryEntry entry in table)
        {
            var name = entry.Key.ToString()!;
            values[FieldSet.Key(name)] = PlainValue.Deep(entry.Value);
            unused[FieldSet.Key(name)] = name;
        }
    }

    public bool CanAskAgain => false;

    /// <summary>The names that no gap had so far.</summary>
    public IEnumerable<string> Unused => unused.Values;

    public IReadOnlyList<FieldChange> For(DraftFill draft, DraftGap gap, IReadOnlyList<FieldDefinition> fields, Func<string, string?> refusal)
    {
        var changes = new List<FieldChange>();
        foreach (var field in fields)
        {
            // A gap may have a name of its own; where it has one field only, the two mean the same.
            if (Find(field.Name) is { } value || fields.Count == 1 && (value = Find(gap.Asked.Field)) is not null)
            {
                changes.Add(draft.Change(field, value));
            }
        }

        return changes;
    }

    private object? Find(string name)
    {
        var key = FieldSet.Key(name);
        unused.Remove(key);
        return values.TryGetValue(key, out var value) && !FieldValues.IsNotGiven(value) ? value : null;
    }
}
