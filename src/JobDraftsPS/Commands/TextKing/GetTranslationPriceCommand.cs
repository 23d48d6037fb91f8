using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Asks TEXTKING what a translation costs, of a number of words or of documents, at each service level. Orders nothing and needs no token.</summary>
[Cmdlet(VerbsCommon.Get, "TranslationPrice", DefaultParameterSetName = ByWords, HelpUri = HelpPages.At + "Get-TranslationPrice.md")]
[OutputType(typeof(TranslationPrice))]
public sealed class GetTranslationPriceCommand : ReadingCommand
{
    private const string ByWords = "Words";
    private const string ByDocument = "Document";

    private TextKingClient client = null!;

    /// <summary>How many words, 1 or more.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByWords)]
    [Field(FieldType.Whole)]
    public long? Words { get; set; }

    /// <summary>Documents, each taken as it is written, without wildcards; the service counts their words and keeps nothing.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByDocument)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The documents' media type, such as text/plain; charset=utf-8. Told by the names' endings when left out.</summary>
    [Parameter(ParameterSetName = ByDocument)]
    [ValidateNotNullOrEmpty]
    public string? ContentType { get; set; }

    /// <summary>Language to translate from, an ISO 639 code.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public string SourceLanguage { get; set; } = string.Empty;

    /// <summary>Languages to translate into, ISO 639 codes: one answer for each.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public string[] TargetLanguage { get; set; } = [];

    /// <summary>Id of the topic (UUID).</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public string? Topic { get; set; }

    private protected override void Connect() => client = new TextKingClient(ResolveOpen(JobService.TextKing));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByWords)
        {
            Array.ForEach(TargetLanguage, target => Accept(target, () => new Row(null, target)));
            return;
        }

        foreach (var path in Path)
        {
            Array.ForEach(TargetLanguage, target => Accept(path, () => new Row(null, path) { Cells = [new(nameof(TargetLanguage), target)] }));
        }
    }

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        var (source, topic) = (SourceLanguage, Topic);
        if (ParameterSetName == ByWords)
        {
            var (words, target) = (Words!.Value, (string)row.Source);
            return context => client.GetPriceAsync(words, source, target, topic, context);
        }

        var document = SourceDocument.Find(FilePath.Resolve(SessionState, (string)row.Source), null, ContentType);
        var language = (string)row.Cells[0].Value;
        return context => client.GetPriceAsync(document, source, language, topic, context);
    }
}
