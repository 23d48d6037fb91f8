using System.Management.Automation;
using System.Management.Automation.Host;

namespace JobDraftsPS.Views;

/// <summary>How a host says that it has nobody to ask.</summary>
internal static class HostFault
{
    /// <summary>True for the exceptions that hosts throw where they cannot ask.</summary>
    public static bool IsCannotAsk(Exception error) => error is HostException or PSInvalidOperationException or NotImplementedException;
}
