using JobDraftsPS.QuickStart;
using JobDraftsPS.QuickStart.Engine;

// dotnet run --project samples/QuickStart [-- path/to/script.ps1 [-Name value ...]]
try
{
    var checkout = Checkout.Around(AppContext.BaseDirectory);
    var invocation = ScriptInvocation.Parse(args, defaultScript: checkout.SampleScript);

    using var signals = new StopSignals();
    using var session = new ScriptSession(checkout.Manifest);
    signals.StopWith(session.BeginStop);

    var exitCode = session.Run(invocation);
    return signals.ExitCode ?? exitCode;
}
catch (StartupException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
