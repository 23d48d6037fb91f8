using System.Globalization;
using System.Management.Automation.Host;
using System.Reflection;

namespace JobDraftsPS.QuickStart.Host;

/// <summary>The program as the engine sees it.</summary>
internal sealed class QuickStartHost : PSHost
{
    private readonly QuickStartUserInterface _userInterface;

    public QuickStartHost() => _userInterface = new QuickStartUserInterface(Screen);

    public Screen Screen { get; } = new();

    /// <summary>What a script asked the process to end with, or null.</summary>
    public int? RequestedExitCode { get; private set; }

    public override string Name => "JobDraftsPS QuickStart";

    public override Version Version { get; } = Assembly.GetExecutingAssembly().GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _userInterface;

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    public override void EnterNestedPrompt() => throw NoPrompt();

    public override void ExitNestedPrompt() => throw NoPrompt();

    public override void NotifyBeginApplication()
    {
        // Programs share the console as it is; no state of ours has to be put aside.
    }

    public override void NotifyEndApplication()
    {
    }

    private static NotSupportedException NoPrompt() => new("This console runs one script; it has no prompt to suspend to.");
}
