using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace JobDraftsPS.Tests.Support;

/// <summary>The user interface of <see cref="RecordingHost"/>.</summary>
internal sealed partial class RecordingUserInterface(int width, Func<string, string>? answer, Func<string, string?>? type) : PSHostUserInterface
{
    private readonly StringBuilder shown = new();
    private readonly List<string> questions = [];
    private readonly List<string> captions = [];
    private readonly List<IReadOnlyList<string>> choicesShown = [];
    private readonly List<ProgressRecord> progress = [];

    public string Shown => Colours().Replace(shown.ToString(), string.Empty);

    public string ShownInColour => shown.ToString();

    public IReadOnlyList<string> Questions => questions;

    public IReadOnlyList<string> Captions => captions;

    public IReadOnlyList<IReadOnlyList<string>> Choices => choicesShown;

    public Action<ProgressRecord>? Progressed { get; set; }

    public IReadOnlyList<ProgressRecord> Progress
    {
        get
        {
            lock (progress)
            {
                return [.. progress];
            }
        }
    }

    public override PSHostRawUserInterface RawUI { get; } = new RecordingRawUserInterface(width);

    public override void Write(string value) => shown.Append(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => shown.Append(value);

    public override void WriteLine(string value) => shown.Append(value).Append('\n');

    public override void WriteDebugLine(string message) => WriteLine("DEBUG: " + message);

    public override void WriteErrorLine(string value) => WriteLine("ERROR: " + value);

    public override void WriteVerboseLine(string message) => WriteLine("VERBOSE: " + message);

    public override void WriteWarningLine(string message) => WriteLine("WARNING: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (progress)
        {
            progress.Add(record);
        }

        Progressed?.Invoke(record);
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        questions.Add(message);
        captions.Add(caption);
        choicesShown.Add([.. choices.Select(choice => choice.Label)]);
        if (answer is null)
        {
            throw CannotAsk();
        }

        var label = answer(message);
        // A numbered choice is also known by what stands behind its number.
        var labels = choices.Select(choice => choice.Label.Replace("&", string.Empty, StringComparison.Ordinal)).ToList();
        return labels.FindIndex(shown => shown == label || (char.IsDigit(shown[0]) && shown[(shown.IndexOf(' ', StringComparison.Ordinal) + 1)..] == label));
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        questions.Add(message);
        captions.Add(caption);
        return type is null ? throw CannotAsk() : descriptions.ToDictionary(field => field.Name, _ => PSObject.AsPSObject(type(message) ?? string.Empty));
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw CannotAsk();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw CannotAsk();

    public override string ReadLine() => throw CannotAsk();

    public override SecureString ReadLineAsSecureString() => throw CannotAsk();

    private static HostException CannotAsk() => new("This host cannot ask.");

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colours();
}
