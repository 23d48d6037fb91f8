using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Suite;

/// <summary>
/// What the suite does not ask for within its time: waits of a minute, which the module keeps. <c>JOBDRAFTS_CONTRARY_ALL=1</c> asks for all.
/// </summary>
internal static class Survived
{
    /// <summary>The same settings, without the waits of a minute.</summary>
    public static ContrarySettings Of(ContrarySettings settings) =>
        settings.PushBack is PushBack.BusyUntold or PushBack.BusyWithZero or PushBack.Never ? settings : settings with { PushBack = PushBack.BusyWithZero };
}
