using System.Runtime.ExceptionServices;

namespace JobDraftsPS.Core.Bulk;

/// <summary>A piece of work in the pump.</summary>
public sealed class PumpItem<T>
{
    private int state;

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

    internal Func<CancellationToken, Task> Work { get; }

    /// <summary>The work on the same target that begins when this has ended.</summary>
    internal PumpItem<T>? Next { get; set; }

    /// <summary>True when nothing more happens to it, also where it was cancelled.</summary>
    internal bool IsOver { get; set; }

    /// <summary>What the work threw, though it must not.</summary>
    internal ExceptionDispatchInfo? Failure { get; set; }
}
