namespace JobDraftsPS.Completion;

/// <summary>The names seen last, newest first, each once. Older ones make room.</summary>
internal sealed class RecentNames
{
    private readonly int most;
    private readonly LinkedList<Candidate> names = [];
    private readonly Dictionary<string, LinkedListNode<Candidate>> byText = new(StringComparer.Ordinal);

    /// <summary>Creates an empty memory.</summary>
    /// <param name="most">How many names are kept.</param>
    public RecentNames(int most) => this.most = most;

    /// <summary>The names, newest first.</summary>
    public IReadOnlyList<Candidate> Newest => [.. names];

    /// <summary>Takes a name; what was known of it before gives way, except what people call it: a record that only refers to the thing does not say that.</summary>
    public void Note(Candidate name)
    {
        if (byText.TryGetValue(name.Text, out var before))
        {
            names.Remove(before);
            if (string.IsNullOrEmpty(name.Label))
            {
                name = new Candidate(name.Text, before.Value.Label, name.Detail) { Owner = name.Owner };
            }
        }
        else if (names.Count == most)
        {
            byText.Remove(names.Last!.Value.Text);
            names.RemoveLast();
        }

        byText[name.Text] = names.AddFirst(name);
    }
}
