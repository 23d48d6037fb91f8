using System.Runtime.CompilerServices;

namespace JobDraftsPS.Tests.Shared;

/// <summary>What the module remembers beyond a process goes to a folder of this run, never to the user's own.</summary>
internal static class StateOfTests
{
    [ModuleInitializer]
    public static void Redirect()
    {
        var folder = Directory.CreateTempSubdirectory("jobdrafts-tests-").FullName;
        Environment.SetEnvironmentVariable("JOBDRAFTS_STATE_PATH", folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
    }
}
