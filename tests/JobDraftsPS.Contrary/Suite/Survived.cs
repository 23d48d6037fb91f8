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

        // An answer under the id of another job passes without a warning.
        EditAnswer = settings.EditAnswer == WriteAnswer.AnotherId ? WriteAnswer.OldValues : settings.EditAnswer,
        TransitionAnswer = settings.TransitionAnswer == WriteAnswer.AnotherId ? WriteAnswer.OldValues : settings.TransitionAnswer,

        // Zero and past dates leave no time between the attempts; the others wait a minute of Sorce's, which no suite has.
        PushBack = settings.PushBack == PushBack.BusyUntold ? PushBack.BusyUntold : PushBack.Never,
    };
}
