using System.Reflection;

namespace JobDraftsPS.Contrary.Suite;

/// <summary>The system's clock, on which every wait is over in a small part of its time.</summary>
internal sealed class HurryingTime : TimeProvider
{
    private const int Times = 25;

    /// <summary>Gives it to the module that this process has loaded, for the connections made from now on.</summary>
    public static void GiveToModule()
    {
        var core = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name == "JobDraftsPS.Core").ToArray();
        foreach (var assembly in core)
        {
            assembly.GetType("JobDraftsPS.Core.Connections.ConnectionOptions", throwOnError: true)!
                .GetProperty("DefaultTime", BindingFlags.Static | BindingFlags.NonPublic)!
                .SetValue(null, new HurryingTime());
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Times : dueTime, period);
}
