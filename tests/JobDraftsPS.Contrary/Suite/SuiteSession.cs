using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Contrary.Suite;

/// <summary>A session with the module, on whose clock waits are short.</summary>
internal static class SuiteSession
{
    private static readonly Lock Opening = new();

    /// <summary>A session after another: the engine mounts its drives for one at a time.</summary>
    public static Session Open()
    {
        lock (Opening)
        {
            var session = new Session();
            session.Run("Get-JobDraftConnection");
            HurryingTime.GiveToModule();
            return session;
        }
    }
}
