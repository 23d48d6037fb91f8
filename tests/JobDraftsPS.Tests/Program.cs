using JobDraftsPS.Tests;
using JobDraftsPS.Tests.Support;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// The tests; or, where a test needs a process that nothing has been loaded into, one script on the bare engine.
if (args is [EngineProcess.ScriptSwitch, var script])
{
    return EngineProcess.RunScript(script);
}

return args.Contains("--server") || args.Contains("--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
