using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Completion;

/// <summary>Offers the values of the field that a parameter is named after: the allowed ones, then those that records had.</summary>
/// <typeparam name="TFields">Whose fields.</typeparam>
internal sealed class ValueCompleter<TFields> : Completer
    where TFields : IFieldSource, new()
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request)
    {
        var name = FieldOf(request.Parameter);
        var field = new TFields().Fields(request).Find(name);
        var allowed = field?.Type == FieldType.Flag
            ? [new Candidate("true") { Script = "$true" }, new Candidate("false") { Script = "$false" }]
            : (field?.Allowed ?? []).Select(value => new Candidate(value)).ToArray();
        var seen = CompletionCache.Current?.Named(name) ?? [];
        return allowed.Concat(seen.Where(candidate => allowed.All(value => value.Text != candidate.Text)));
    }

    /// <summary>A search has one language and one country, and its own word for the kind of pay.</summary>
    private static string FieldOf(string parameter) => parameter switch
    {
        "Language" => "languages",
        "Country" => "countries",
        "PayType" => "paymentType",
        _ => parameter,
    };
}
