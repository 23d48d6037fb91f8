using System.Runtime.InteropServices;

namespace JobDraftsPS.QuickStart.Engine;

/// <summary>
/// Ctrl+C and a polite kill stop the running script; a script that does not let itself be stopped ends with the
/// process, so that the console is free again within a second. A second signal takes its default way: the end.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private const int Interrupted = 130;
    private const int Terminated = 143;
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(800);

    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly Timer _deadline;
    private volatile Action? _stop;
    private int _exitCode;

    public StopSignals()
    {
        _deadline = new Timer(_ => Environment.Exit(_exitCode));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Receive(context, Interrupted)));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Receive(context, Terminated)));
    }

    /// <summary>The code the process owes its caller when it was told to stop, else null.</summary>
    public int? ExitCode => Volatile.Read(ref _exitCode) is var code and not 0 ? code : null;

    /// <summary>Names what a signal stops; it must return at once.</summary>
    public void StopWith(Action stop) => _stop = stop;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _deadline.Dispose();
    }

    private void Receive(PosixSignalContext context, int exitCode)
    {
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) != 0)
        {
            return;
        }

        context.Cancel = true;
        _deadline.Change(Grace, Timeout.InfiniteTimeSpan);
        _stop?.Invoke();
    }
}
