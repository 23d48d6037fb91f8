using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace JobDraftsPS.QuickStart.Host;

/// <summary>What the engine says and asks, sent to the screen and the keyboard.</summary>
internal sealed class QuickStartUserInterface(Screen screen) : PSHostUserInterface
{
    private readonly Questions _questions = new(screen);

    public override PSHostRawUserInterface RawUI { get; } = new QuickStartRawUserInterface(screen);

    public override bool SupportsVirtualTerminal => screen.HasColours;

    public override void Write(string value) => screen.Write(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
        => screen.Write(value, foregroundColor, OtherThanUsual(backgroundColor));

    public override void WriteLine(string value) => screen.WriteLine(value);

    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
        => screen.WriteLine(value, foregroundColor, OtherThanUsual(backgroundColor));

    public override void WriteErrorLine(string value) => screen.WriteDiagnostic(value, ConsoleColor.Red);

    public override void WriteWarningLine(string message) => screen.WriteDiagnostic($"WARNING: {message}", ConsoleColor.Yellow);

    public override void WriteVerboseLine(string message) => screen.WriteDiagnostic($"VERBOSE: {message}", ConsoleColor.Cyan);

    public override void WriteDebugLine(string message) => screen.WriteDiagnostic($"DEBUG: {message}", ConsoleColor.DarkGray);

    public override void WriteProgress(long sourceId, ProgressRecord record) => screen.ShowProgress(sourceId, record);

    public override string ReadLine() => Keyboard.ReadLine();

    public override SecureString ReadLineAsSecureString() => Keyboard.ReadSecret();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        => _questions.Choose(caption, message, choices, defaultChoice);

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
        => _questions.Fill(caption, message, descriptions);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        => _questions.AskCredential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options)
        => _questions.AskCredential(caption, message, userName);

    // The engine fills in the usual background where a script named none; the terminal's own may be another.
    private ConsoleColor? OtherThanUsual(ConsoleColor background) => background == RawUI.BackgroundColor ? null : background;
}
