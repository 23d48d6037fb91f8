using System.Runtime.ExceptionServices;

namespace JobDraftsPS.Core.Bulk;

/// <summary>A piece of work in the pump.</summary>
public sealed class PumpItem<T>
{
    private int state;
    private bool hasEnded;

    internal PumpItem(T subject, Func<CancellationToken, Task> work)
    {
        Subject = subject;
        Work = work;
    }

    /// <summary>What the work is about; the work fills it in.</summary>
    public T Subject { get; }

    /// <summary>How far it has come.</summary>
    public PumpState State
    {
        get => (PumpState)Volatile.Read(ref state);
        internal set => Volatile.Write(ref state, (int)value);
    }

    /// <summary>True when nothing of it runs or waits to run, also where it was cancelled.</summary>
    public bool HasEnded
    {
        get => Volatile.Read(ref hasEnded);
        internal set => Volatile.Write(ref hasEnded, value);
    }

    /// <summary>What is to be done; null once it is.</summary>
    internal Func<CancellationToken, Task>? Work { get; set; }

    /// <summary>The target, on which work goes on one after another.</summary>
    internal string Target { get; set; } = string.Empty;

    /// <summary>The work on the same target that begins when this has ended.</summary>
    internal PumpItem<T>? Next { get; set; }

    /// <summary>What the work threw, though it must not.</summary>
    internal ExceptionDispatchInfo? Failure { get; set; }
}
