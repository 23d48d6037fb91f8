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

    private static IEnumerable<FieldChange> Each(DraftFill draft, IReadOnlyList<FieldDefinition> fields, IReadOnlyDictionary<string, object?> byField)
    {
        foreach (var pair in byField.Where(pair => !FieldValues.IsNotGiven(pair.Value)))
        {
            var field = fields.FirstOrDefault(candidate => FieldSet.Key(candidate.Name) == FieldSet.Key(pair.Key))
                ?? throw draft.Refuse($"-Answer returned a value for '{pair.Key}', and the gap asks for {string.Join(" and ", fields.Select(wanted => wanted.Name))}.");
            yield return draft.Change(field, pair.Value!);
        }
    }

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
