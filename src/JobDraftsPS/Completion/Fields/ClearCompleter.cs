namespace JobDraftsPS.Completion;

/// <summary>Offers the names of the fields that can be cleared.</summary>
/// <typeparam name="TFields">Whose fields.</typeparam>
internal sealed class ClearCompleter<TFields> : Completer
    where TFields : IFieldSource, new()
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request) =>
        new TFields().Fields(request).Fields.Where(field => field.CanClear).Select(FieldName.Candidate);
}
