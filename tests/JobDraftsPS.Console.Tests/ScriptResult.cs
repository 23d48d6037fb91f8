namespace JobDraftsPS.Console.Tests;

internal sealed record ScriptResult(int ExitCode, string Output, string Error);
