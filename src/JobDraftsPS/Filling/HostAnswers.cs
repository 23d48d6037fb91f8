using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Views;

namespace JobDraftsPS.Filling;

/// <summary>Asks the person at the host, field by field, until a value fits or the field is skipped.</summary>
internal sealed class HostAnswers(PSHost host) : IAnswers
{
    private const string ForAll = "!all ";
    private const string QuitWord = "!quit";
    private const int Digits = 9;
    private static readonly FieldDefinition YesNo = new("answer", FieldType.Choice, ["true", "false"]);

    private readonly Dictionary<string, string> ofAll = new(StringComparer.Ordinal);
    private bool hasQuit;

    public bool CanAskAgain => true;

    public IReadOnlyList<FieldChange> For(DraftFill draft, DraftGap gap, IReadOnlyList<FieldDefinition> fields, Func<string, string?> refusal)
    {
        var changes = new List<FieldChange>();
        foreach (var field in fields.TakeWhile(_ => !hasQuit))
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
            // What was said for all is not asked again, unless this draft refuses it.
            if (complaint is not null || !ofAll.TryGetValue(field.Name, out var text))
            {
                text = Answer(draft.Caption, Question(gap, field, complaint), gap, field);
            }

            if (text is null || string.IsNullOrWhiteSpace(text))
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
        var forAll = false;
        while (true)
        {
            // Digits for the values and letters for what else can be done: no two keys are ever the same.
            var choices = new Collection<ChoiceDescription>();
            for (var i = 0; i < values.Count; i++)
            {
                choices.Add(new ChoiceDescription(i < Digits ? $"&{i + 1} {values[i]}" : values[i], $"Writes {values[i]} into {name}{(forAll ? " of all drafts" : string.Empty)}."));
            }

            choices.Add(new ChoiceDescription("&Skip", $"Leaves {name} as it is."));
            choices.Add(new ChoiceDescription("Same for &all", $"The next choice holds for {name} of all further drafts."));
            choices.Add(new ChoiceDescription("&Quit", "Asks nothing more; what was answered is written."));
            var chosen = host.UI.PromptForChoice(caption, forAll ? question + Environment.NewLine + "The choice holds for all further drafts." : question, choices, values.Count);
            if (chosen >= 0 && chosen < values.Count)
            {
                return forAll ? ofAll[name] = values[chosen] : values[chosen];
            }

            forAll = chosen == values.Count + 1;
            hasQuit = chosen == values.Count + 2;
            if (!forAll)
            {
                return null;
            }
        }
    }

    private string? Read(string caption, string question, DraftGap gap, FieldDefinition field)
    {
        var description = new FieldDescription(field.Name) { IsMandatory = false, HelpMessage = gap.Asked.Hint ?? gap.Asked.Message ?? question, Label = gap.Asked.Label ?? string.Empty };
        description.SetParameterType(typeof(string));
        var answers = host.UI.Prompt(caption, question, [description]);
        return answers is not null && answers.TryGetValue(field.Name, out var answer) ? Typed(answer?.BaseObject as string, field.Name) : null;
    }

    /// <summary>A typed answer, without the word that makes it one for all; none for the word that quits.</summary>
    private string? Typed(string? text, string name)
    {
        if (string.Equals(text?.Trim(), QuitWord, StringComparison.OrdinalIgnoreCase))
        {
            hasQuit = true;
            return null;
        }

        return text?.StartsWith(ForAll, StringComparison.OrdinalIgnoreCase) == true ? ofAll[name] = text.Substring(ForAll.Length).Trim() : text;
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
            lines.Add($"An empty answer skips it; '{ForAll}21' answers 21 for all further drafts; '{QuitWord}' asks nothing more.");
        }

        return string.Join(Environment.NewLine, lines);
    }
}
