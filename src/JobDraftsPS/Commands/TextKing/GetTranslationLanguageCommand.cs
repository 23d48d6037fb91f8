using System.Globalization;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Reads the languages that TEXTKING translates from and into. Needs no token.</summary>
[Cmdlet(VerbsCommon.Get, "TranslationLanguage", DefaultParameterSetName = ByList, HelpUri = HelpPages.At + "Get-TranslationLanguage.md")]
[OutputType(typeof(TranslationLanguage))]
public sealed class GetTranslationLanguageCommand : ReadingCommand
{
    private const string ByList = "List";
    private const string ByCode = "Code";
    private const string Source = "Source";
    private const string Target = "Target";

    private TextKingClient client = null!;

    /// <summary>The languages to read (ISO 639 codes); all when left out.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByCode)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] Code { get; set; } = [];

    /// <summary>Only the languages that documents can be in (Source), or be translated into (Target).</summary>
    [Parameter(ParameterSetName = ByList)]
    [ValidateSet(Source, Target)]
    public string? Direction { get; set; }

    /// <summary>The language of the names: en or de; the service answers in English where it has none.</summary>
    [Parameter]
    public CultureInfo? Culture { get; set; }

    private protected override void Connect() => client = new TextKingClient(ResolveOpen(JobService.TextKing));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByList)
        {
            Accept("languages", () => new Row(null, "languages"));
        }
        else
        {
            Array.ForEach(Code, code => Accept(code, () => new Row(null, code)));
        }
    }

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        var language = NameLanguage.Of(Culture);
        if (ParameterSetName == ByList)
        {
            var (source, target) = (Is(Direction, Source), Is(Direction, Target));
            return context => client.GetLanguagesAsync(source, target, language, context);
        }

        var code = (string)row.Source;
        return async context => ReadPage.Of(await client.GetLanguageAsync(code, language, context).ConfigureAwait(false));
    }

    private static bool Is(string? direction, string wanted) => direction is null || string.Equals(direction, wanted, StringComparison.OrdinalIgnoreCase);
}
