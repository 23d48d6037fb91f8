using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Suite;

/// <summary>A place where the server, the records, the journal and the messages do not agree.</summary>
/// <param name="Settings">What the server did otherwise.</param>
/// <param name="Step">The command.</param>
/// <param name="What">What does not agree.</param>
internal sealed record Violation(ContrarySettings Settings, string Step, string What)
{
    public override string ToString() => $"{Settings}\n    {Step}: {What}";
}
