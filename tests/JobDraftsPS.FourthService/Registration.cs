using JobDraftsPS.Core.Services;

namespace JobDraftsPS.FourthService;

/// <summary>Makes the module know a service that it does not come with.</summary>
public static class Registration
{
    /// <summary>Registers the service.</summary>
    public static void Register() => ServiceRegistry.Register(new ShiftService());
}
