using System.Globalization;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.Sorce;

/// <summary>One of a listing's four sets: how its entries are read strictly, told apart and named to people.</summary>
internal sealed class ListingSet
{
    private const string Additional = "AdditionalData";
    private readonly FieldSet known;

    public ListingSet(string field, IReadOnlyList<FieldDefinition> members)
    {
        Field = field;
        known = new FieldSet(members);
    }

    /// <summary>The set's name on the wire.</summary>
    public string Field { get; }

    /// <summary>The one member that a text alone stands for; null where there is no such short form.</summary>
    public Func<string, Dictionary<string, object?>>? ReadText { get; init; }

    /// <summary>Members that the service makes; never sent.</summary>
    public IReadOnlyList<string> MadeByService { get; init; } = [];

    /// <summary>Members that may be null.</summary>
    public IReadOnlyList<string> MayBeNull { get; init; } = [];

    /// <summary>The problem of an entry, or null.</summary>
    public Func<IReadOnlyDictionary<string, object?>, string?> Problem { get; init; } = _ => null;

    /// <summary>What tells an entry from the others; the service's ids do not, for they change.</summary>
    public Func<IReadOnlyDictionary<string, object?>, string> Key { get; init; } = _ => string.Empty;

    /// <summary>How a person calls an entry.</summary>
    public Func<IReadOnlyDictionary<string, object?>, string> Describe { get; init; } = _ => string.Empty;

    /// <summary>What else a person may call an entry.</summary>
    public Func<IReadOnlyDictionary<string, object?>, IEnumerable<string>> OtherNames { get; init; } = _ => [];

    /// <summary>What keeps the entries together from being a set; returns them as they are sent.</summary>
    public Func<IReadOnlyList<Dictionary<string, object?>>, IReadOnlyList<Dictionary<string, object?>>> Complete { get; init; } = items => items;

    /// <summary>Reads entries: objects of this module, hashtables, JSON objects.</summary>
    /// <exception cref="FieldValueException">An entry is wrong; the message says which and why.</exception>
    public object[] Read(object[] given) => [.. Complete(ReadEntries(given))];

    /// <summary>Reads entries that are to join others, and leaves open what only the whole set decides.</summary>
    /// <exception cref="FieldValueException">An entry is wrong; the message says which and why.</exception>
    public IReadOnlyList<Dictionary<string, object?>> ReadEntries(object[] given)
    {
        var items = new List<Dictionary<string, object?>>(given.Length);
        foreach (var item in given)
        {
            var place = string.Format(CultureInfo.InvariantCulture, "entry {0}", items.Count + 1);
            var read = ReadItem(item, place);
            if (Problem(read) is { } problem)
            {
                throw new FieldValueException($"{place}: {problem}");
            }

            items.Add(read);
        }

        return items;
    }

    /// <summary>A present entry as it is sent back: whole but for what the service makes itself.</summary>
    public Dictionary<string, object?> Sendable(IReadOnlyDictionary<string, object?> present) =>
        InOrder(present.Where(member => !MadeByService.Contains(member.Key)).ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal));

    /// <summary>Reads what names an entry: a text, or the entry itself.</summary>
    /// <exception cref="FieldValueException">It names none.</exception>
    public string ReadName(object given)
    {
        if (ListingItems.Members(given) is null && ItemLists.Members(given) is null)
        {
            return FieldValues.Text(given).Trim();
        }

        return Key(ReadItem(given, "the entry")) is { Length: > 0 } key ? key : throw new FieldValueException($"the entry names none of the {Field}");
    }

    /// <summary>Whether a name means an entry.</summary>
    public bool IsNamed(IReadOnlyDictionary<string, object?> item, string name) =>
        NamesOf(item).Contains(name, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> NamesOf(IReadOnlyDictionary<string, object?> item) => [Key(item), Describe(item), .. OtherNames(item)];

    private Dictionary<string, object?> ReadItem(object item, string place)
    {
        if (item is string text)
        {
            return ReadText?.Invoke(text) ?? throw new FieldValueException($"{place}: '{text}' is a text, and an object is needed");
        }

        var given = ListingItems.Members(item) ?? ItemLists.Members(item)
            ?? throw new FieldValueException($"{place} is a {item.GetType().Name}, and an object is needed");
        var members = given.ToList();

        // An object of this module, also one that came out of a file, has null for what is not set.
        var nullCounts = ListingItems.Members(item) is null && members.All(member => member.Key != Additional);
        var found = new Dictionary<string, object?>(StringComparer.Ordinal);
        Take(members, found, place, nullCounts);
        return InOrder(found.OrderBy(member => member.Key, StringComparer.Ordinal).ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal));
    }

    private void Take(IEnumerable<KeyValuePair<string, object?>> given, Dictionary<string, object?> found, string place, bool nullCounts)
    {
        foreach (var member in given)
        {
            if (string.Equals(member.Key, Additional, StringComparison.OrdinalIgnoreCase))
            {
                if (member.Value is string)
                {
                    // A text in place of its members: what is nested deeper than -Depth is written as the name of its type, and lists as one text.
                    throw new FieldValueException($"{place} was cut off when it was written as JSON, so its lists cannot be trusted; write it again with ConvertTo-Json -Depth 5");
                }

                Take(member.Value is null ? [] : ItemLists.Members(member.Value) ?? [], found, place, nullCounts);
            }
            else if (known.Find(member.Key) is not { } definition)
            {
                if (!MadeByService.Contains(member.Key, StringComparer.OrdinalIgnoreCase))
                {
                    found[member.Key] = member.Value;
                }
            }
            else if (!FieldValues.IsNotGiven(member.Value))
            {
                found[definition.Name] = ReadMember(definition, member.Value!, place);
            }
            else if (nullCounts && MayBeNull.Contains(definition.Name) && member.Value is null)
            {
                found[definition.Name] = null;
            }
        }
    }

    private static object ReadMember(FieldDefinition member, object value, string place)
    {
        try
        {
            // JSON has no texts in place of lists: a lone text is a list of one.
            return member.Type == FieldType.TextList && value is string single ? new[] { single } : FieldValues.Read(member, value);
        }
        catch (FieldValueException wrong)
        {
            throw new FieldValueException($"{place}, {member.Name}: {wrong.Message}");
        }
    }

    /// <summary>The known members first, in the order of the documentation: equal entries are written equally, also when a hashtable shuffled them.</summary>
    private Dictionary<string, object?> InOrder(Dictionary<string, object?> found)
    {
        var ordered = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var name in known.Fields.Select(member => member.Name).Where(found.ContainsKey).Concat(found.Keys))
        {
            ordered[name] = found[name];
        }

        return ordered;
    }
}
