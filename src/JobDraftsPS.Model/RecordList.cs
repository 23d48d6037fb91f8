using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace JobDraftsPS;

/// <summary>A list of a record, which reads as its items do: in a cell of a CSV file or a table it is <c>a; b</c> and not the name of a type.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed class RecordList<T> : ReadOnlyCollection<T>
{
    /// <summary>A list of these items.</summary>
    public RecordList(IEnumerable<T> items)
        : base(new List<T>(items))
    {
    }

    internal RecordList()
        : base(new List<T>())
    {
    }

    internal static RecordList<T> Empty { get; } = new([]);

    /// <summary>How many items there are, by the name that an array has for it.</summary>
    public int Length => Count;

    /// <summary>A list of the items of an array.</summary>
    [return: NotNullIfNotNull(nameof(items))]
    public static implicit operator RecordList<T>?(T[]? items) => items is null ? null : new(items);

    /// <summary>The items, separated by semicolons.</summary>
    public override string ToString() => string.Join("; ", this);

    /// <summary>For the making of a list only.</summary>
    internal void Add(T item) => Items.Add(item);
}
