using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Commands;

/// <summary>A cmdlet that writes the fields of TEXTKING jobs.</summary>
public abstract class TranslationJobFieldCommand : TextKingFieldCommand
{
    /// <summary>The job's name.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? Name { get; set; }

    /// <summary>Language of the source document, an ISO 639 code.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public string? SourceLanguage { get; set; }

    /// <summary>Language to translate into, an ISO 639 code.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public string? TargetLanguage { get; set; }

    /// <summary>The service level: translation or translation-and-correction.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public string? Quality { get; set; }

    /// <summary>Id of the topic (UUID).</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public string? Topic { get; set; }

    /// <summary>Notes for the translator.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? Briefing { get; set; }

    /// <summary>False leaves the job out when the project starts.</summary>
    [Parameter]
    [Field(FieldType.Flag)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public bool? IsActive { get; set; }

    /// <summary>Further fields by the service's names; a null clears the field.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TableCompleter<TranslationJobFieldSource>))]
    public IDictionary? Field { get; set; }

    private protected override IDictionary? Further => Field;

    private protected override FieldSet FieldsOf(TextKingClient client) => client.JobFields;
}
