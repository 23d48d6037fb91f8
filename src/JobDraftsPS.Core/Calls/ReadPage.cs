namespace JobDraftsPS.Core.Calls;

/// <summary>One page of what a service lists, and the way to the next one.</summary>
public sealed class ReadPage
{
    /// <summary>Creates a page.</summary>
    /// <param name="items">The records, in the service's order.</param>
    /// <param name="next">Reads the next page; null for the last one.</param>
    public ReadPage(IReadOnlyList<object> items, Func<CallContext, Task<ReadPage>>? next)
    {
        Items = items;
        Next = next;
    }

    /// <summary>The records, in the service's order.</summary>
    public IReadOnlyList<object> Items { get; }

    /// <summary>Reads the next page; null for the last one.</summary>
    public Func<CallContext, Task<ReadPage>>? Next { get; }

    /// <summary>A page that is all there is.</summary>
    public static ReadPage Of(params object[] items) => new(items, null);
}
