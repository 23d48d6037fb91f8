using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Suite;

/// <summary>
/// What the client does not yet survive, and so what the suite does not yet ask of it. A cure takes its lines out of here; <c>JOBDRAFTS_CONTRARY_ALL=1</c> asks for all.
/// </summary>
internal static class Survived
{
    /// <summary>The same settings, with what is not yet survived as documented.</summary>
    public static ContrarySettings Of(ContrarySettings settings) => settings with
    {
        // The words of a refusal are lost: details that are flatten()ed, format()ted, under another key or a text, and Sorce fields in another place.
        Errors = settings.Errors is ErrorForm.Text or ErrorForm.Html or ErrorForm.Xml or ErrorForm.Empty ? settings.Errors : ErrorForm.Documented,

        // Answers in these are not read at all, and count as lost.
        Charset = settings.Charset is Charset.Latin1 or Charset.Utf16 or Charset.LoneSurrogate ? Charset.Utf8 : settings.Charset,

        // A read inside data is not unwrapped.
        Envelope = false,

        // A list under results is not found.
        ListMember = settings.ListMember == ListMember.Results ? ListMember.Items : settings.ListMember,

        // A list that ends early is taken for whole: a plan says that a job is not there, a lost create is sent again.
        ListLimit = 0,

        // An answer to a create that does not hold the record counts as lost; one that holds another id passes without a warning.
        CreateAnswer = WriteAnswer.Whole,

        // The same of edits: sent five times, then Unknown. Old values and another id pass without a warning.
        EditAnswer = WriteAnswer.Whole,

        // The same of publish, pause, resume and close.
        TransitionAnswer = WriteAnswer.Whole,

        // Zero and past dates leave no time between the attempts; the others wait a minute of Sorce's, which no suite has.
        PushBack = settings.PushBack == PushBack.BusyUntold ? PushBack.BusyUntold : PushBack.Never,
    };
}
