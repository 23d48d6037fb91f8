namespace JobDraftsPS.Core.TextKing;

/// <summary>One page of a list.</summary>
/// <param name="Items">The records, in the service's order.</param>
/// <param name="More">True when another page may follow.</param>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, bool More);
