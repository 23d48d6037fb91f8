using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace JobDraftsPS.Tests.Support;

/// <summary>A host that writes down what it is asked to show, and answers questions as the test says.</summary>
internal sealed class RecordingHost : PSHost
{
    private readonly RecordingUserInterface ui;

    /// <summary>Creates a host.</summary>
    /// <param name="width">Characters a line.</param>
    /// <param name="answer">The label to choose for a question, without its ampersand; null for a host that cannot ask.</param>
    /// <param name="type">The text to type for a question; null for a host without a keyboard.</param>
    public RecordingHost(int width = 120, Func<string, string>? answer = null, Func<string, string?>? type = null) => ui = new RecordingUserInterface(width, answer, type);

    /// <summary>All that was shown, without colours.</summary>
    public string Shown => ui.Shown;

    /// <summary>All that was shown, with its colours.</summary>
    public string ShownInColour => ui.ShownInColour;

    /// <summary>The questions that were asked.</summary>
    public IReadOnlyList<string> Questions => ui.Questions;

    /// <summary>What stood above each question.</summary>
    public IReadOnlyList<string> Captions => ui.Captions;

    /// <summary>The labels of each choice, with the ampersand before the key to press.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Choices => ui.Choices;

    /// <summary>The progress records in the order shown.</summary>
    public IReadOnlyList<ProgressRecord> Progress => ui.Progress;

    /// <summary>Runs with each progress record, on the thread that shows it.</summary>
    public Action<ProgressRecord>? Progressed
    {
        set => ui.Progressed = value;
    }

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "RecordingHost";

    public override Version Version { get; } = new(1, 0);

    public override PSHostUserInterface UI => ui;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override void EnterNestedPrompt() => throw new NotSupportedException("The test's host has no nested prompt.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("The test's host has no nested prompt.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
