using System.Management.Automation;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Views;

namespace JobDraftsPS.Completion;

/// <summary>One value that may be meant.</summary>
internal sealed class Candidate
{
    /// <summary>Creates a candidate.</summary>
    /// <param name="text">The value.</param>
    /// <param name="label">What people call it, which also finds it: the title of a job, the name of a topic.</param>
    /// <param name="detail">What is shown beside it.</param>
    public Candidate(string text, string? label = null, string? detail = null)
    {
        Text = text;
        Label = label;
        Detail = detail;
    }

    /// <summary>The value.</summary>
    public string Text { get; }

    /// <summary>What people call it; null where that is the value itself.</summary>
    public string? Label { get; }

    /// <summary>What is shown beside it.</summary>
    public string? Detail { get; }

    /// <summary>What the value belongs to: a job's project, a callback's job.</summary>
    public string? Owner { get; set; }

    /// <summary>What stands on the command line in the value's stead, for a piece of script; null for the value, quoted where it must be.</summary>
    public string? Script { get; set; }

    /// <summary>True when what was typed is the beginning of the value or of its name, in any case.</summary>
    public bool BeginsWith(string typed) => Begins(Text, typed) || Begins(Label, typed);

    /// <summary>What the engine shows and writes.</summary>
    /// <param name="quote">The quote that was begun; null for none.</param>
    public CompletionResult ToResult(char? quote)
    {
        var told = ViewText.Plain(string.Join(", ", new[] { Label, Detail }.Where(part => !string.IsNullOrWhiteSpace(part))));
        // People know a job by its name: the list shows the name, and the id is what goes into the line.
        var listed = Label is { Length: > 0 } && FieldSet.Key(Label) != FieldSet.Key(Text) ? $"{ViewText.Plain(Label)}  {Text}" : Text;
        return new CompletionResult(Script ?? ArgumentText.Write(Text, quote), listed, CompletionResultType.ParameterValue, told.Length > 0 ? told : Text);
    }

    private static bool Begins(string? text, string typed) => text?.StartsWith(typed, StringComparison.OrdinalIgnoreCase) == true;
}
