namespace JobDraftsPS.Completion;

/// <summary>
/// Begins a hashtable with the name of a field. Inside the braces the engine offers keys only of commands of its own and asks no
/// completer, so the whole beginning is offered, up to the value.
/// </summary>
/// <typeparam name="TFields">Whose fields.</typeparam>
internal sealed class TableCompleter<TFields> : Completer
    where TFields : IFieldSource, new()
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request) => new TFields().Fields(request).Fields.Select(field =>
    {
        var name = FieldName.Candidate(field);
        name.Script = $"@{{ {ArgumentText.Write(name.Text, IsKey(name.Text) ? null : '\'')} = ";
        return name;
    });

    /// <summary>In a hashtable a word with a hyphen or a point is no key.</summary>
    private static bool IsKey(string name) => char.IsLetter(name[0]) && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_');
}
