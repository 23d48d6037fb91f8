using System.Globalization;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Reads the topics that TEXTKING offers. Needs no token.</summary>
[Cmdlet(VerbsCommon.Get, "TranslationTopic", HelpUri = HelpPages.At + "Get-TranslationTopic.md")]
[OutputType(typeof(TranslationTopic))]
public sealed class GetTranslationTopicCommand : ReadingCommand
{
    private TextKingClient client = null!;

    /// <summary>The topics to read (UUIDs); all when left out.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[]? TopicId { get; set; }

    /// <summary>The language of the names: en or de; the service answers in English where it has none.</summary>
    [Parameter]
    public CultureInfo? Culture { get; set; }

    private protected override void Connect() => client = new TextKingClient(ResolveOpen(JobService.TextKing));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (TopicId is null)
        {
            Accept("topics", () => new Row(null, "topics"));
        }
        else
        {
            Array.ForEach(TopicId, id => Accept(id, () => new Row(null, id)));
        }
    }

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        var language = NameLanguage.Of(Culture);
        if (TopicId is null)
        {
            return context => client.GetTopicsAsync(language, context);
        }

        var topicId = (string)row.Source;
        TextKingClient.RequireId("topic", topicId);
        return async context => ReadPage.Of(await client.GetTopicAsync(topicId, language, context).ConfigureAwait(false));
    }
}
