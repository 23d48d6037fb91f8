using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Asks TEXTKING what a translation costs, at each service level. Orders nothing and needs no token.</summary>
[Cmdlet(VerbsCommon.Get, "TranslationPrice", DefaultParameterSetName = ByWords)]
[OutputType(typeof(TranslationPrice))]
public sealed class GetTranslationPriceCommand : ReadingCommand
{
    private const string ByWords = "Words";

    private TextKingClient client = null!;

    /// <summary>How many words, 1 or more.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByWords)]
    [Field(FieldType.Whole)]
    public long? Words { get; set; }

    /// <summary>Language to translate from, an ISO 639 code.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string SourceLanguage { get; set; } = string.Empty;

    /// <summary>Languages to translate into, ISO 639 codes: one answer for each.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string[] TargetLanguage { get; set; } = [];

    /// <summary>Id of the topic (UUID).</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? Topic { get; set; }

    private protected override void Connect() => client = new TextKingClient(ResolveOpen(JobService.TextKing));

    /// <inheritdoc />
    protected override void ProcessRecord() => Array.ForEach(TargetLanguage, target => Accept(target, () => new Row(null, target)));

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        var (words, source, target, topic) = (Words!.Value, SourceLanguage, (string)row.Source, Topic);
        return context => client.GetPriceAsync(words, source, target, topic, context);
    }
}
