using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Filling;

/// <summary>Answers from a script block, which is asked once a gap: it gets the gap (also as <c>$_</c>) and the draft, and returns the value.</summary>
internal sealed class ScriptAnswers(ScriptBlock script) : IAnswers
{
    public bool CanAskAgain => false;

    public IReadOnlyList<FieldChange> For(DraftFill draft, DraftGap gap, IReadOnlyList<FieldDefinition> fields, Func<string, string?> refusal)
    {
        var value = Run(draft, gap);
        if (FieldValues.IsNotGiven(value))
        {
            return [];
        }

        if (value is IReadOnlyDictionary<string, object?> byField)
        {
            return Each(draft, fields, byField).ToArray();
        }

        return fields.Count == 1
            ? [draft.Change(fields[0], value!)]
            : throw draft.Refuse($"-Answer returned one value for '{gap.Asked.Field}', which goes into {string.Join(" and ", fields.Select(field => field.Name))}; return a hashtable by field.");
    }

    /// <summary>In the gap's order: a hashtable has none, and a journal knows a write by its content.</summary>
    private static IEnumerable<FieldChange> Each(DraftFill draft, IReadOnlyList<FieldDefinition> fields, IReadOnlyDictionary<string, object?> byField)
    {
        var given = byField.Where(pair => !FieldValues.IsNotGiven(pair.Value)).ToArray();
        if (given.FirstOrDefault(pair => fields.All(field => !IsFor(pair.Key, field))) is { Key: { } stranger })
        {
            throw draft.Refuse($"-Answer returned a value for '{stranger}', and the gap asks for {string.Join(" and ", fields.Select(wanted => wanted.Name))}.");
        }

        return fields.SelectMany(field => given.Where(pair => IsFor(pair.Key, field)).Take(1).Select(pair => draft.Change(field, pair.Value!)));
    }

    private static bool IsFor(string name, FieldDefinition field) => FieldSet.Key(name) == FieldSet.Key(field.Name);

    private object? Run(DraftFill draft, DraftGap gap)
    {
        try
        {
            var output = script.InvokeWithContext(null, [new PSVariable("_", gap.Asked)], gap.Asked, draft.Known);
            return PlainValue.Deep(output.Count == 1 ? output[0] : output.Count == 0 ? null : output.ToArray<object?>());
        }
        catch (RuntimeException failed) when (failed is not PipelineStoppedException)
        {
            throw draft.Refuse($"-Answer failed for '{gap.Asked.Field}': {failed.Message}");
        }
    }
}
