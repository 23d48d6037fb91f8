using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Filling;

/// <summary>Asks the person at the host, field by field, until a value fits or the field is skipped.</summary>
internal sealed class HostAnswers(PSHost host) : IAnswers
{
    private const string Skip = "Skip";
    private static readonly FieldDefinition YesNo = new("answer", FieldType.Choice, ["true", "false"]);

    public bool CanAskAgain => true;

    public IReadOnlyList<FieldChange> For(DraftFill draft, DraftGap gap, IReadOnlyList<FieldDefinition> fields, Func<string, string?> refusal)
    {
        var changes = new List<FieldChange>();
        foreach (var field in fields)
        {
            if (Ask(draft, gap, field, refusal(field.Name)) is { } change)
            {
                changes.Add(change);
            }
        }

        return changes;
    }

    private FieldChange? Ask(DraftFill draft, DraftGap gap, FieldDefinition field, string? complaint)
    {
        while (true)
        {
            if (Answer(draft.Caption, Question(gap, field, complaint), gap, field) is not { } text || string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            try
            {
                return new FieldChange(field.Name, FieldValues.Read(field, text));
            }
            catch (FieldValueException wrong)
            {
                complaint = wrong.Message;
            }
        }
    }

    private string? Answer(string caption, string question, DraftGap gap, FieldDefinition field)
    {
        try
        {
            return field.Type switch
            {
                FieldType.Choice when field.Allowed.Count > 0 => Choose(caption, question, field.Allowed, field.Name),
                FieldType.Flag => Choose(caption, question, YesNo.Allowed, field.Name),
                _ => Read(caption, question, gap, field),
            };
        }
        catch (Exception error) when (HostFault.IsCannotAsk(error))
        {
            throw new CannotAskException(error);
        }
    }

    private string? Choose(string caption, string question, IReadOnlyList<string> values, string name)
    {
        var choices = new Collection<ChoiceDescription>();
        var taken = new HashSet<char>();
        foreach (var value in values)
        {
            choices.Add(new ChoiceDescription(WithKey(value, taken), $"Writes {value} into {name}."));
        }

        choices.Add(new ChoiceDescription(WithKey(Skip, taken), $"Leaves {name} as it is."));
        var chosen = host.UI.PromptForChoice(caption, question, choices, values.Count);
        return chosen >= 0 && chosen < values.Count ? values[chosen] : null;
    }

    private string? Read(string caption, string question, DraftGap gap, FieldDefinition field)
    {
        var description = new FieldDescription(field.Name) { IsMandatory = false, HelpMessage = gap.Asked.Hint ?? gap.Asked.Message ?? question, Label = gap.Asked.Label ?? string.Empty };
        description.SetParameterType(typeof(string));
        var answers = host.UI.Prompt(caption, question, [description]);
        return answers is not null && answers.TryGetValue(field.Name, out var answer) ? answer?.BaseObject as string : null;
    }

    /// <summary>The question with everything that helps to answer it.</summary>
    private static string Question(DraftGap gap, FieldDefinition field, string? complaint)
    {
        var asked = gap.Asked;
        var lines = new List<string>();
        if (complaint is not null)
        {
            lines.Add($"Not taken: {complaint.TrimEnd('.')}.");
        }

        lines.Add(asked.Prompt ?? asked.Message ?? $"What is the value of {asked.Label ?? asked.Field}?");
        lines.Add($"Goes into {DraftGap.Describe(field)}{(field.Type is FieldType.TextList or FieldType.TextOrList ? ", several with ';' between" : string.Empty)}.{(asked.Example is { Length: > 0 } example ? $" Example: {example}." : string.Empty)}");
        if (asked.Hint is { Length: > 0 } hint)
        {
            lines.Add($"Hint: {hint}");
        }

        if (field.Type is not (FieldType.Choice or FieldType.Flag) || field.Type == FieldType.Choice && field.Allowed.Count == 0)
        {
            lines.Add("An empty answer skips it.");
        }

        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>The label with its first letter that no other label has as the key to press.</summary>
    private static string WithKey(string label, HashSet<char> taken)
    {
        for (var i = 0; i < label.Length; i++)
        {
            if (char.IsLetterOrDigit(label[i]) && taken.Add(char.ToUpperInvariant(label[i])))
            {
                return label.Insert(i, "&");
            }
        }

        return label;
    }
}
