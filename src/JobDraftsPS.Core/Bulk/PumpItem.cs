namespace JobDraftsPS.Core.Bulk;

/// <summary>A piece of work in the pump.</summary>
public sealed class PumpItem<T>
{
    private int state;

    internal PumpItem(T subject) => Subject = subject;

    /// <summary>What the work is about; the work fills it in.</summary>
    public T Subject { get; }

    /// <summary>How far it has come.</summary>
    public PumpState State
    {
        get => (PumpState)Volatile.Read(ref state);
        internal set => Volatile.Write(ref state, (int)value);
    }

    /// <summary>True when nothing of it runs or waits to run.</summary>
    public bool HasEnded => Task.IsCompleted;

    internal Task Task { get; set; } = Task.CompletedTask;
}
